import { CfcError, describe } from '@cfc/core';

/** Keeps the change between two energies of 0 at 0. */
const TINY = 1e-8;

/** |to - from| / (|to| + |from| + 1e-8): how much an energy changed, in [0, 1). */
export const relativeChange = (from: number, to: number): number =>
  Math.abs(to - from) / (Math.abs(to) + Math.abs(from) + TINY);

/**
 * The relative changes from each energy to the next: one fewer than energies, each in [0, 1).
 *
 * @param history energies of accepted steps, in order
 * @throws `INPUT_INVALID` for an energy that is not finite
 */
export function relativeChanges(history: readonly number[]): number[] {
  history.forEach((energy, k) => {
    if (Number.isFinite(energy)) return;
    throw new CfcError('INPUT_INVALID', `an energy is ${describe(energy)}`, `history[${k}]`, 'Give finite numbers.');
  });
  return history.slice(1).map((energy, k) => relativeChange(history[k]!, energy));
}
