import type { Vector } from '../../contract/energy.js';
import { defineGuard } from '../../contract/definition.js';
import { number } from '../../options/field.js';

/** Entropy of independent coins, S = -Σ (η ln η + (1 - η) ln(1 - η)), in nats; 0 ln 0 = 0. */
export function entropy(eta: Vector): number {
  let total = 0;
  for (const x of eta) total -= xlogx(x) + xlogx(1 - x);
  return total;
}

const xlogx = (x: number): number => (x > 0 ? x * Math.log(x) : 0);

/**
 * Accepts a candidate where the free energy F = U - T S does not rise, with U the energy and S the
 * entropy of the order parameters: a step may raise the energy where it gains enough indecision.
 */
export const freeEnergy = defineGuard({
  name: 'FreeEnergy',
  meaning: 'refuses every step that raises F = U - T S',
  options: {
    temperature: number(1, 'T, what a nat of entropy is worth', { min: 0 }),
    tolerance: number(0, 'rise that is let pass', { min: 0 }),
  },
  make: ({ temperature, tolerance }) => ({
    check(task, from, to) {
      const rise = task.difference(from, to) - temperature * (entropy(to.eta) - entropy(from.eta));
      return rise <= tolerance
        ? { accept: true }
        : { accept: false, reason: `the free energy would rise by ${rise.toExponential(2)}` };
    },
  }),
});
