import { idsOf, type Row } from './rows.js';
import { shuffled } from './shuffled.js';
import { type Split, splitOf } from './split.js';
import { takeShare } from './take-share.js';

/** A split whose test rows are given; of the others a share, by shuffle, is for validation. */
export function withTest(
  kind: string,
  test: readonly Row[],
  others: readonly Row[],
  share: number,
  seed: number,
): Split {
  const { taken, left } = takeShare(
    shuffled(others, ({ id }) => id, seed),
    share,
  );
  return splitOf(kind, { train: idsOf(left), validation: idsOf(taken), test: idsOf(test) });
}
