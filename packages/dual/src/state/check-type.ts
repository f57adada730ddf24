import { CfcError, describe } from '@cfc/core';

/** Throws `INPUT_INVALID` where a state was made by a piece of another type: its numbers would mean something else. */
export function checkType(given: unknown, type: string, where: string): void {
  if (given === type) return;
  const fix = 'Give the state of an engine with the same configuration, or begin anew.';
  throw new CfcError('INPUT_INVALID', `the state is one of ${describe(given)}, not of "${type}"`, where, fix);
}
