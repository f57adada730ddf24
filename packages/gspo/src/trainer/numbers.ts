import { CfcError, describe } from '@cfc/core';

/** JSON writes -0 as 0; here it is a text. */
const MINUS_ZERO = '-0';

/** Numbers for JSON, to the bit. */
export const writeNumbers = (numbers: Float64Array): readonly (number | string)[] =>
  Array.from(numbers, (x) => (Object.is(x, -0) ? MINUS_ZERO : x));

/** And back. Throws `INPUT_INVALID` for what is not finite, or where there are not `length` of them. */
export function readNumbers(given: unknown, where: string, length?: number): Float64Array {
  if (!Array.isArray(given)) {
    throw new CfcError('INPUT_INVALID', `${describe(given)} is no list`, where, 'Give a list of finite numbers.');
  }
  if (length !== undefined && given.length !== length) {
    const what = `there are ${given.length} numbers, not ${length}`;
    throw new CfcError('INPUT_INVALID', what, where, 'Give the checkpoint of this very policy.');
  }
  return Float64Array.from(given as readonly unknown[], (x, k) => {
    if (x === MINUS_ZERO) return -0;
    if (typeof x === 'number' && Number.isFinite(x)) return x;
    throw new CfcError('INPUT_INVALID', `${describe(x)} is not finite`, `${where}[${k}]`, 'Give finite numbers.');
  });
}
