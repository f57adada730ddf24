import { mean } from './moments.js';
import { relativeChanges } from './relative-changes.js';

/**
 * How settled a relaxation is: 1 - mean of the relative changes of energy, in [0, 1]; near 1 where the energy hardly
 * moves, 0 while nothing is known (fewer than two energies).
 *
 * @param history energies of accepted steps, in order
 * @throws `INPUT_INVALID` for an energy that is not finite
 */
export function rate(history: readonly number[]): number {
  const changes = relativeChanges(history);
  return changes.length === 0 ? 0 : 1 - mean(changes);
}
