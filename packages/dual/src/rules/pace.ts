import type { Rule } from '../contract.js';

/** The current warm-up; one object for all constraints. */
export interface WarmUp {
  from: number;
  steps: number;
}

/**
 * The rate of this step: η · min(1, (t - from + 1)/N) during a warm-up of N steps, else η.
 *
 * @param rate η of the constraint; null: the coefficient c of its penalty, as in the method of multipliers
 */
export function pace(rate: number | null, warmUp: WarmUp): Rule {
  return {
    name: 'pace',
    apply(cell) {
      const full = rate ?? cell.penalty;
      const since = cell.step - warmUp.from + 1;
      cell.rate = since < warmUp.steps ? full * (since / warmUp.steps) : full;
      return null;
    },
  };
}
