import type { Plain, Rule } from '../contract.js';
import type { Sense } from '../engine/sense.js';
import type { AdaptiveSettings } from './options.js';

interface AdaptiveState {
  readonly c: number;
  readonly count: number;
  /** Violation at the end of the last period; null before there is one. */
  readonly before: number | null;
}

/**
 * c grows only where it has to: at the end of a period the violation is compared with that at the end of the one before, and
 * c ← min(c_max, factor · c) where it did not fall to the share `shrink` and is above the
 * tolerance: what is met up to rounding would raise c without end. A primal step of fixed length bounds the c that it can bear: give
 * `max` accordingly.
 *
 * Source: E. Birgin, J. M. Martínez, Practical Augmented Lagrangian Methods (2014), ch. 4.
 */
export function adaptive(options: AdaptiveSettings, sense: Sense, state?: Plain): Rule {
  const { factor, every, shrink, tolerance, max } = options;
  let { c, count, before } = (state ?? { c: options.c, count: 0, before: null }) as unknown as AdaptiveState;
  return {
    name: 'penalty',
    apply(cell) {
      count++;
      if (count === every) {
        const now = sense === 'equal' ? Math.abs(cell.violation) : Math.max(0, cell.violation);
        if (before !== null && now > Math.max(tolerance, shrink * before)) c = Math.min(max, factor * c);
        before = now;
        count = 0;
      }
      cell.penalty = c;
      return null;
    },
    state: () => ({ c, count, before }),
  };
}
