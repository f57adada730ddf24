import { type Given, fill, integer, uniforms } from '@cfc/core';
import { binned } from './bins.js';
import { type Row, checkLabels, widthOf } from './rows.js';
import { type Tree, growTree, leafAt } from './tree.js';

const fields = {
  trees: integer(100, 'how many trees', { min: 1, max: 10_000 }),
  tried: integer(0, 'features looked at for a split; 0 for the square root of how many there are', { min: 0 }),
  minLeaf: integer(1, 'fewest rows of a leaf', { min: 1 }),
  maxDepth: integer(64, 'most splits on a path', { min: 1 }),
  seed: integer(0, 'seed of the draws', { min: 0 }),
};

/** A fitted random forest. Plain data. */
export interface ForestModel {
  readonly kind: 'forest';
  readonly classes: number;
  readonly trees: readonly Tree[];
}

/**
 * Random forest: trees on bootstrap samples, each split the best by Gini impurity over a random few features; probabilities are means of the
 * leaves' class shares. Features of more than 255 values are cut into 255 equal shares first.
 *
 * @param options `trees` (100), `tried` (0: √features), `minLeaf` (1), `maxDepth` (64), `seed` (0)
 * @throws `INPUT_INVALID`, `OPTION_INVALID`
 *
 * Source: L. Breiman, Machine Learning 45 (2001) 5.
 */
export function fitForest(
  rows: readonly Row[],
  labels: readonly number[],
  classes: number,
  options: Given<typeof fields> = {},
): ForestModel {
  const { trees, tried, minLeaf, maxDepth, seed } = fill(fields, options, 'fitForest');
  const width = widthOf(rows, 'fitForest.rows');
  checkLabels(labels, rows.length, classes, 'fitForest.labels');
  const task = {
    binned: binned(rows),
    labels,
    classes,
    tried: tried || Math.max(1, Math.floor(Math.sqrt(width))),
    minLeaf,
    maxDepth,
  };
  return {
    kind: 'forest',
    classes,
    trees: Array.from({ length: trees }, (_, t) => {
      const bootstrap = uniforms(seed, 2 * t);
      const chosen = Int32Array.from(rows, (_row, i) => Math.floor(bootstrap(i) * rows.length));
      return growTree(task, chosen, uniforms(seed, 2 * t + 1));
    }),
  };
}

/** Probabilities of the classes for each row. */
export function predictForest({ trees, classes }: ForestModel, rows: readonly Row[]): number[][] {
  return rows.map((row) => {
    const sum = new Array<number>(classes).fill(0);
    for (const tree of trees) {
      const shares = tree.shares[leafAt(tree, row)]!;
      for (let c = 0; c < classes; c++) sum[c]! += shares[c]!;
    }
    return sum.map((value) => value / trees.length);
  });
}
