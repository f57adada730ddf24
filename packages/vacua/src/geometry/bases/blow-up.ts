import type { Cycle } from './cycle.js';
import { settle } from './settle.js';

/** Curves below this have orders of vanishing that no model can have. */
const LOWEST = -12;

/** Orders of vanishing from nothing; false where -4K or -6K has no section. */
export const settleAll = (cycle: Cycle): boolean =>
  settle(cycle, cycle.f, 4, 0, cycle.size) && settle(cycle, cycle.g, 6, 0, cycle.size);

/** True where some curve has f >= 4 and g >= 6: nothing can be built on such a base. */
export function isDead({ f, g, size }: Cycle): boolean {
  for (let i = 0; i < size; i++) if (f[i]! >= 4 && g[i]! >= 6) return true;
  return false;
}

/** The first curve whose point in common with the next one has f >= 4 and g >= 6, which forces a blow-up; -1 for none. */
export function forcedPoint({ f, g, size }: Cycle): number {
  let i = size - 1;
  for (let next = 0; next < size; i = next++) if (f[i]! + f[next]! >= 4 && g[i]! + g[next]! >= 6) return i;
  return -1;
}

/**
 * Blows up the point that curve i has in common with the next, and brings the orders of vanishing up to date: they never fall, since
 * sections on the blow-up are sections that vanish at the point. False where the base is dead.
 */
export function blowUp(cycle: Cycle, i: number): boolean {
  cycle.insert(i);
  if (cycle.s[i]! < LOWEST || cycle.s[cycle.after(i + 1)]! < LOWEST) return false;
  return settle(cycle, cycle.f, 4, i, 3) && settle(cycle, cycle.g, 6, i, 3) && !isDead(cycle);
}

/** Blows up forced points until there are none. False where the base is dead, or has more than `maxRays` curves. */
export function close(cycle: Cycle, maxRays: number): boolean {
  while (cycle.size <= maxRays) {
    const i = forcedPoint(cycle);
    if (i < 0) return true;
    if (!blowUp(cycle, i)) return false;
  }
  return false;
}
