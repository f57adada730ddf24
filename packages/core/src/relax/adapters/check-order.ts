import { CfcError } from '../../errors.js';

/** Throws `OPTION_INVALID` where a floor lies above its ceiling. */
export function checkOrder(floor: number, ceiling: number, where: string): void {
  if (floor <= ceiling) return;
  throw new CfcError('OPTION_INVALID', `the floor ${floor} lies above the ceiling ${ceiling}`, `${where}.floor`);
}
