import { meanSquare } from './moments.js';
import { relativeChanges } from './relative-changes.js';

/**
 * How jerky a relaxation is: the variance of |c_t - c_{t-1}|, c being the relative changes of energy, in [0, 1/4]; 0 for
 * fewer than four energies.
 *
 * @param history energies of accepted steps, in order
 * @throws `INPUT_INVALID` for an energy that is not finite
 */
export function oscillation(history: readonly number[]): number {
  const changes = relativeChanges(history);
  return meanSquare(changes.slice(1).map((change, k) => Math.abs(change - changes[k]!)));
}
