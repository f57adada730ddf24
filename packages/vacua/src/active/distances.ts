import type { ForestModel } from '../baselines/forest.js';
import type { Row } from '../baselines/rows.js';
import { scaled, scalerOf } from '../baselines/scaler.js';
import { leafAt } from '../baselines/tree.js';

/** Distances in a pool from each example to the nearest of some that grow in number. */
export interface Distances {
  /** To the nearest so far; infinite before the first. */
  readonly nearest: Float64Array;
  /** Takes one more. */
  add(index: number): void;
}

/** A distance between two examples of a pool; it may stop above `most` with any number that is not below it. */
type Metric = (i: number, j: number, most: number) => number;

/** Euclidean distances in a pool, on features standardised over the whole of it, which needs no labels. */
export function distancesIn(pool: readonly Row[]): Distances {
  const points = scaled(scalerOf(pool), pool);
  return over(pool.length, (i, j, most) => {
    const [a, b, end] = [points[i]!, points[j]!, most ** 2];
    let sum = 0;
    for (let k = 0; k < a.length && sum < end; k++) sum += (a[k]! - b[k]!) ** 2;
    return Math.sqrt(sum);
  });
}

/**
 * Distances in a pool as a forest sees it: the share of trees that part two examples, 1 less Breiman's proximity. Features that no tree splits by
 * do not count, and neither do scales.
 *
 * Source: L. Breiman, Machine Learning 45 (2001) 5.
 */
export function forestDistances({ trees }: ForestModel, pool: readonly Row[]): Distances {
  const leaves = pool.map((row) => Int32Array.from(trees, (tree) => leafAt(tree, row)));
  return over(pool.length, (i, j, most) => {
    const [a, b, end] = [leaves[i]!, leaves[j]!, most * trees.length];
    let parted = 0;
    for (let t = 0; t < a.length && parted < end; t++) if (a[t] !== b[t]) parted++;
    return parted / trees.length;
  });
}

function over(count: number, metric: Metric): Distances {
  const nearest = new Float64Array(count).fill(Infinity);
  return {
    nearest,
    add(index) {
      for (let i = 0; i < count; i++) nearest[i] = Math.min(nearest[i]!, metric(i, index, nearest[i]!));
    },
  };
}
