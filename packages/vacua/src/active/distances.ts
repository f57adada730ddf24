import type { Row } from '../baselines/rows.js';
import { scaled, scalerOf } from '../baselines/scaler.js';

/** Distances in a pool from each example to the nearest of some that grow in number. */
export interface Distances {
  /** To the nearest so far, Euclidean on standardised features; infinite before the first. */
  readonly nearest: Float64Array;
  /** Takes one more. */
  add(index: number): void;
  copy(): Distances;
}

/** Distances in a pool; features are standardised over the whole pool, which needs no labels. */
export function distancesIn(pool: readonly Row[]): Distances {
  return over(scaled(scalerOf(pool), pool), new Float64Array(pool.length).fill(Infinity));
}

const over = (points: readonly Float64Array[], nearest: Float64Array): Distances => ({
  nearest,
  copy: () => over(points, nearest.slice()),
  add(index) {
    const centre = points[index]!;
    for (const [i, point] of points.entries()) {
      const most = nearest[i]! ** 2;
      let sum = 0;
      for (let j = 0; j < point.length && sum < most; j++) sum += (point[j]! - centre[j]!) ** 2;
      if (sum < most) nearest[i] = Math.sqrt(sum);
    }
  },
});
