import { CfcError, fill, integer, number } from '@cfc/core';

const range = { above: 0, below: 1 };

/** How much of a table goes where, and by which shuffle. */
export const shareFields = {
  validation: number(0.15, 'share of the rows for validation', range),
  test: number(0.15, 'share of the rows for the test', range),
  seed: integer(0, 'seed of the shuffle', { min: 0 }),
};

/** `shareFields` filled in. Throws `OPTION_INVALID` where nothing is left to train on. */
export function filledShares(given: unknown, where: string) {
  const shares = fill(shareFields, given, where);
  if (shares.validation + shares.test < 1) return shares;
  throw new CfcError(
    'OPTION_INVALID',
    'validation and test take every row',
    where,
    'Give shares that sum to less than 1.',
  );
}
