import { CfcError, describe } from '@cfc/core';
import { type PhaseMetrics, phaseMetrics } from './phase-metrics.js';

/** How much is not known yet of where a relaxation will end; all but the boost in [0, 1]. */
export interface Uncertainty {
  /** What more steps will tell. */
  readonly epistemic: number;
  /** What they will not: noise of the observations. */
  readonly aleatoric: number;
  readonly total: number;
  /** What to add to a share of exploration. */
  readonly explorationBoost: number;
}

/** Below this total, exploring may rest. */
const SETTLED = 0.3;
const REST = -0.02;

/**
 * Sums up the uncertainty of a relaxation: epistemic = min(1, 1 - rate + oscillation), total = min(1, epistemic +
 * aleatoric); the boost is -0.02 where the total lies below 0.3, else 0. Of fewer than two energies nothing is known:
 * epistemic is 1.
 *
 * @param history energies of accepted steps, in order, or the unit-weight energies that stages ended with
 * @param aleatoric noise of the observations, in [0, 1]; 0 where none is known
 * @throws `INPUT_INVALID` for an energy that is not finite, or noise out of range
 *
 * Source: the Complexity from Constraints prototype; conforms to its numbers, all of which are without noise.
 */
export function uncertainty(history: readonly number[], aleatoric = 0): Uncertainty {
  if (!(aleatoric >= 0 && aleatoric <= 1)) {
    throw new CfcError('INPUT_INVALID', `the noise is ${describe(aleatoric)}`, 'aleatoric', 'Give a number in [0, 1].');
  }
  const epistemic = epistemicOf(phaseMetrics(history));
  const total = Math.min(1, epistemic + aleatoric);
  return { epistemic, aleatoric, total, explorationBoost: total < SETTLED ? REST : 0 };
}

/** min(1, 1 - rate + oscillation): what more steps will tell. */
export const epistemicOf = ({ rate, oscillation }: Pick<PhaseMetrics, 'rate' | 'oscillation'>): number =>
  Math.min(1, 1 - rate + oscillation);
