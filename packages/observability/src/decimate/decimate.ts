import { CfcError } from '@cfc/core';
import { bucketStore, type Decimated } from './bucket-store.js';

/**
 * Fewer points for the same picture: rows are put into buckets of equal numbers of rows, and of each bucket the least and the largest
 * value of every column are kept, in the order in which they came. No extreme is lost, unlike with every n-th row. `keepExtremes` keeps whole
 * rows by one column instead.
 *
 * @param x of the rows, ascending
 * @param y columns, each as long as x
 * @param points the most there may be, a whole number of at least 4
 * @returns as many points as rows where these are few enough, else between a quarter of `points` and `points`
 * @throws `OPTION_INVALID` for another `points`, `INPUT_INVALID` for columns of other lengths
 *
 * @example
 * const { x, y } = decimate(steps, { energy }, 1000);
 */
export function decimate(
  x: ArrayLike<number>,
  y: Readonly<Record<string, ArrayLike<number>>>,
  points: number,
): Decimated {
  if (!Number.isSafeInteger(points) || points < 4) {
    throw new CfcError('OPTION_INVALID', `${points} points`, 'points', 'Give a whole number of at least 4.');
  }
  const columns = Object.entries(y);
  for (const [name, values] of columns) {
    if (values.length !== x.length) {
      const what = `${values.length} values, and x has ${x.length}`;
      throw new CfcError('INPUT_INVALID', what, name, 'Give columns of one length.');
    }
  }
  const names = columns.map(([name]) => name);
  if (x.length <= points) return { x: Array.from(x), y: Object.fromEntries(columns.map(([n, v]) => [n, finite(v)])) };
  const store = bucketStore(2 * Math.floor(points / 4), Infinity);
  for (let k = 0; k < x.length; k++) {
    store.add(x[k]!, Object.fromEntries(columns.map(([name, values]) => [name, values[k]!])));
  }
  const drawn = store.points(names, points);
  const none = drawn.x.map(() => null);
  return { x: drawn.x, y: Object.fromEntries(names.map((name) => [name, drawn.y[name] ?? none])) };
}

const finite = (values: ArrayLike<number>): (number | null)[] =>
  Array.from(values, (value) => (Number.isFinite(value) ? value : null));
