import { CfcError } from '../../errors.js';

/** A bound may be infinite, which says that there is none; it is never negative nor NaN. */
export function checkedBound(bound: number, name: string): number {
  if (bound >= 0) return bound;
  throw new CfcError(
    'ENERGY_INVALID',
    `the bound of "${name}" is ${bound}`,
    'bend',
    'A bound is a number >= 0 or Infinity.',
  );
}
