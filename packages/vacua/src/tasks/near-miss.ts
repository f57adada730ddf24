import { baseFault } from '../geometry/bases/fault.js';

/** How often another place is tried before a base is given up. */
const TRIES = 64;

/**
 * A smooth toric surface that is no base, though near to one: of as many curves, its self-intersections adding up to the same, but blown down at a
 * random curve of -1 and blown up at a random point elsewhere, so that (f, g) vanish to orders (4, 6) somewhere. Null where no try gave one.
 *
 * @param base self-intersections of a base
 * @param draws uniform numbers by index
 */
export function nearMiss(base: readonly number[], draws: (index: number) => number): number[] | null {
  for (let k = 0; k < TRIES; k++) {
    const list = [...base];
    const exceptional = list.flatMap((s, i) => (s === -1 ? [i] : []));
    if (list.length < 4 || exceptional.length === 0) return null;
    const i = exceptional[Math.floor(draws(2 * k) * exceptional.length)]!;
    list[(i + 1) % list.length]!++;
    list[(i + list.length - 1) % list.length]!++;
    list.splice(i, 1);
    const at = Math.floor(draws(2 * k + 1) * list.length);
    list[at]!--;
    list[(at + 1) % list.length]!--;
    list.splice(at + 1, 0, -1);
    if (baseFault(list) !== null) return list;
  }
  return null;
}
