import { CfcError, fill, type Given, integer, number, suggestion } from '@cfc/core';
import type { Row } from './rows.js';
import type { Split } from './split.js';
import { withTest } from './with-test.js';

const fields = {
  validation: number(0.15, 'share of the other rows for validation', { above: 0, below: 1 }),
  seed: integer(0, 'seed of the shuffle', { min: 0 }),
};

/**
 * Out of distribution by data set: the test has all rows of some data sets, and validation is drawn from the others.
 *
 * @param dataSetOf the data set of a row
 * @param test the data sets that are kept for the test
 * @param options `validation` in (0, 1) (0.15), `seed` (0)
 * @throws `OPTION_INVALID`; `NAME_UNKNOWN` for a data set without rows; `INPUT_INVALID` for an empty side, an id that comes twice
 */
export function dataSetSplit<R extends Row>(
  rows: readonly R[],
  dataSetOf: (row: R) => string,
  test: readonly string[],
  options: Given<typeof fields> = {},
): Split {
  const { validation, seed } = fill(fields, options, 'dataSetSplit');
  const known = new Set(rows.map(dataSetOf));
  const strange = test.find((name) => !known.has(name));
  if (strange !== undefined) {
    throw new CfcError(
      'NAME_UNKNOWN',
      `no row is of the data set "${strange}"`,
      'dataSetSplit',
      suggestion(strange, known),
    );
  }
  const isKept = (row: R): boolean => test.includes(dataSetOf(row));
  const others = rows.filter((row) => !isKept(row));
  return withTest('dataSet', rows.filter(isKept), others, validation, seed);
}
