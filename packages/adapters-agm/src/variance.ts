import { meanSquare } from './moments.js';
import { relativeChanges } from './relative-changes.js';

/**
 * How unevenly a relaxation goes: the variance of the relative changes of energy, in [0, 1/4]; 0 for fewer than three
 * energies.
 *
 * @param history energies of accepted steps, in order
 * @throws `INPUT_INVALID` for an energy that is not finite
 */
export const variance = (history: readonly number[]): number => meanSquare(relativeChanges(history));
