import { CfcError, describe, type Given } from '@cfc/core';
import type { Row } from './rows.js';
import { filledShares, type shareFields } from './shares.js';
import type { Split } from './split.js';
import { withTest } from './with-test.js';

/** A split by a threshold. */
export interface ComplexitySplit extends Split {
  /** Rows above it are for the test. */
  readonly threshold: number;
}

/**
 * Out of distribution by complexity: the test has all rows above a threshold, the one that leaves a share nearest to `test` there; rows of
 * equal complexity are on one side. Validation is drawn from the others.
 *
 * @param complexityOf a finite number
 * @param options `validation` and `test` in (0, 1) (0.15), `seed` (0)
 * @throws `OPTION_INVALID`; `INPUT_INVALID` for a complexity that is no finite number, an empty side, an id that comes twice
 */
export function complexitySplit<R extends Row>(
  rows: readonly R[],
  complexityOf: (row: R) => number,
  options: Given<typeof shareFields> = {},
): ComplexitySplit {
  const { validation, test, seed } = filledShares(options, 'complexitySplit');
  for (const row of rows) {
    if (Number.isFinite(complexityOf(row))) continue;
    const what = `the complexity of ${describe(row.id)} is ${describe(complexityOf(row))}`;
    throw new CfcError('INPUT_INVALID', what, 'complexitySplit', 'Give a finite number for every row.');
  }
  const values = rows.map(complexityOf).sort((a, b) => a - b);
  const threshold = nearestThreshold(values, test * rows.length);
  const above = rows.filter((row) => complexityOf(row) > threshold);
  const others = rows.filter((row) => complexityOf(row) <= threshold);
  return Object.freeze({ ...withTest('complexity', above, others, validation / (1 - test), seed), threshold });
}

/** The value of which the number of larger ones is nearest to `wanted`; the larger value where two are as near. */
function nearestThreshold(sorted: readonly number[], wanted: number): number {
  let best = { threshold: -Infinity, off: Infinity };
  for (const [k, threshold] of sorted.entries()) {
    const larger = sorted.length - 1 - k;
    if (threshold === sorted[k + 1]) continue;
    const off = Math.abs(larger - wanted);
    if (larger > 0 && off <= best.off) best = { threshold, off };
  }
  return best.threshold;
}
