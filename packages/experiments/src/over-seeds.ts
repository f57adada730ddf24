import { groups } from './groups.js';
import { type Interval, interval } from './interval.js';

/** The mean over seeds of a value of all rows of a seed, with its interval: rows of one seed are not independent. */
export function overSeeds<T extends { readonly seed: number }>(
  rows: readonly T[],
  value: (rowsOfSeed: readonly T[]) => number,
): Interval {
  return interval([...groups(rows, ({ seed }) => seed).values()].map(value));
}

/** The sum of a column. */
export const total = <T>(rows: readonly T[], column: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + column(row), 0);
