import type { Given } from '@cfc/core';
import { grouped, idsOf, type Row } from './rows.js';
import { filledShares, type shareFields } from './shares.js';
import { shuffled } from './shuffled.js';
import { type Side, sides, type Split, splitOf } from './split.js';

/**
 * A split by groups, none of which is on two sides: by Hodge pair where `groupOf` is `hodgePair`. Groups come in the order of a shuffle,
 * each to the side that lacks most rows of its share.
 *
 * @param groupOf the group of a row
 * @param options `validation` and `test` in (0, 1) (0.15), `seed` (0)
 * @throws `OPTION_INVALID`; `INPUT_INVALID` for an empty side (too few groups), an id that comes twice
 */
export function groupSplit<R extends Row>(
  rows: readonly R[],
  groupOf: (row: R) => string,
  options: Given<typeof shareFields> = {},
): Split {
  const { validation, test, seed } = filledShares(options, 'groupSplit');
  const lacking: Record<Side, number> = {
    train: (1 - validation - test) * rows.length,
    validation: validation * rows.length,
    test: test * rows.length,
  };
  const lists: Record<Side, R[]> = { train: [], validation: [], test: [] };
  for (const [, group] of shuffled([...grouped(rows, groupOf)], ([name]) => name, seed)) {
    const side = sides.reduce((most, one) => (lacking[one] > lacking[most] ? one : most));
    for (const row of group) lists[side].push(row);
    lacking[side] -= group.length;
  }
  return splitOf('group', { train: idsOf(lists.train), validation: idsOf(lists.validation), test: idsOf(lists.test) });
}

/** The Hodge pair of a row, as the name of a group. */
export const hodgePair = ({ h11, h21 }: { readonly h11: number; readonly h21: number }): string => `${h11},${h21}`;
