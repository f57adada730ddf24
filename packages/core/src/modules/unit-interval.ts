import { CfcError } from '../errors.js';
import { describe } from '../options/field.js';

/** Reads an input that is an order parameter already. Throws `INPUT_INVALID` outside [0, 1]. */
export function unitInterval(input: number): number {
  if (typeof input === 'number' && input >= 0 && input <= 1) return input;
  throw new CfcError('INPUT_INVALID', `the input ${describe(input)} is not a number in [0, 1]`, '', 'Give η itself.');
}
