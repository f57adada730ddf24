import { oscillation } from './oscillation.js';
import { rate } from './rate.js';
import { trend } from './trend.js';
import { variance } from './variance.js';

/** In which phase a relaxation is. */
export interface PhaseMetrics {
  /** How settled, in [0, 1]. */
  readonly rate: number;
  /** How unevenly it goes, in [0, 1/4]. */
  readonly variance: number;
  /** Change of its settling per step. */
  readonly trend: number;
  /** How jerky it is, in [0, 1/4]. */
  readonly oscillation: number;
}

/**
 * All four metrics of a history of energies.
 *
 * @param history energies of accepted steps, in order
 * @throws `INPUT_INVALID` for an energy that is not finite
 *
 * Source: the adaptive gradient methods of the Complexity from Constraints prototype; conforms to its numbers.
 */
export const phaseMetrics = (history: readonly number[]): PhaseMetrics => ({
  rate: rate(history),
  variance: variance(history),
  trend: trend(history),
  oscillation: oscillation(history),
});
