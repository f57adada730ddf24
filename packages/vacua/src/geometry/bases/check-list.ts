import { CfcError, describe } from '@cfc/core';
import { LONGEST } from './cycle.js';

/** Throws `INPUT_INVALID` for what is no list of self-intersections. */
export function checkList(list: readonly number[]): void {
  const fits = Array.isArray(list) && list.length >= 3 && list.length <= LONGEST;
  const strange = fits ? list.findIndex((s) => !(Number.isInteger(s) && s >= -128 && s <= 127)) : -1;
  if (fits && strange < 0) return;
  const what = fits ? `${describe(list[strange])} is no self-intersection` : `there are not 3 to ${LONGEST} of them`;
  const where = fits ? `selfIntersections[${strange}]` : 'selfIntersections';
  throw new CfcError('INPUT_INVALID', what, where, 'Give whole numbers from -128 to 127.');
}
