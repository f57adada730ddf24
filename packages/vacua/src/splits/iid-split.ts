import type { Given } from '@cfc/core';
import { grouped, idsOf, type Row } from './rows.js';
import { filledShares, type shareFields } from './shares.js';
import { shuffled } from './shuffled.js';
import { type Split, splitOf } from './split.js';
import { takeShare } from './take-share.js';

/**
 * A stratified split: every side has its share of every label, to within one or two rows.
 *
 * @param labelOf the label of a row
 * @param options `validation` and `test` in (0, 1) (0.15), `seed` (0)
 * @throws `OPTION_INVALID`; `INPUT_INVALID` for an empty side or an id that comes twice
 */
export function iidSplit<R extends Row>(
  rows: readonly R[],
  labelOf: (row: R) => string,
  options: Given<typeof shareFields> = {},
): Split {
  const { validation, test, seed } = filledShares(options, 'iidSplit');
  const strata = grouped(rows, labelOf);
  const sorted = [...strata]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, of]) => shuffled(of, ({ id }) => id, seed));
  const first = takeShare(sorted, test);
  const second = takeShare(first.left, validation / (1 - test));
  return splitOf('iid', { train: idsOf(second.left), validation: idsOf(second.taken), test: idsOf(first.taken) });
}
