import { CfcError, describe } from '@cfc/core';
import type { DualState } from '../contract.js';

/**
 * The same state with a new warm-up: after a long pause the first N steps are shorter, η · k/N at the k-th.
 *
 * A state as it is resumes bit by bit; this is for when that is not wanted.
 *
 * @param steps N >= 1
 */
export function warmUpAgain(state: DualState, steps: number): DualState {
  if (!Number.isInteger(steps) || steps < 1)
    throw new CfcError(
      'INPUT_INVALID',
      `${describe(steps)} is no number of steps`,
      'steps',
      'Give a whole number of at least 1.',
    );
  return { ...state, warmUp: { from: state.step, steps } };
}
