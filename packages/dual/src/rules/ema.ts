import type { Plain, Rule } from '../contract.js';

/**
 * Smooths the error: e ← α v + (1 - α) e, the first one as it is.
 *
 * Less jitter, more delay: at small α it makes dual ascent oscillate or diverge. Against oscillation take nuPI.
 *
 * @param alpha weight of the newest violation, in (0, 1]
 */
export function ema(alpha: number, state?: Plain): Rule {
  let mean = (state ?? null) as number | null;
  return {
    name: 'ema',
    apply(cell) {
      mean = mean === null ? cell.violation : alpha * cell.violation + (1 - alpha) * mean;
      cell.error = mean;
      return null;
    },
    state: () => mean,
  };
}
