import type { TreeTask } from './tree-task.js';

/** Rows of code up to `code` go one way, larger ones the other. */
export interface Split {
  readonly feature: number;
  readonly code: number;
}

/**
 * Finds the split of rows from..to with the largest Σ_sides Σ_c n_c² / n, which is the least Gini impurity: over `tried` random features, and
 * on over further ones while none of them can be split. Null where nothing can.
 */
export function splitter(task: TreeTask, chosen: Int32Array, draws: (index: number) => number) {
  const { binned, labels, classes, tried, minLeaf } = task;
  const order = Uint32Array.from(binned.codes, (_, j) => j);
  const histogram = new Int32Array(256 * classes);
  const left = new Int32Array(classes);
  let drawn = 0;

  return (from: number, to: number, counts: readonly number[]): Split | null => {
    let best: Split | null = null;
    let gain = -Infinity;
    for (let k = 0; k < order.length && (k < tried || best === null); k++) {
      const at = k + Math.floor(draws(drawn++) * (order.length - k));
      const feature = order[at]!;
      order[at] = order[k]!;
      order[k] = feature;
      const codes = binned.codes[feature]!;
      let [least, most] = [255, 0];
      for (let i = from; i < to; i++) {
        const code = codes[chosen[i]!]!;
        if (code < least) least = code;
        if (code > most) most = code;
      }
      if (least === most) continue;
      histogram.fill(0, least * classes, (most + 1) * classes);
      for (let i = from; i < to; i++) histogram[codes[chosen[i]!]! * classes + labels[chosen[i]!]!]!++;
      left.fill(0);
      let under = 0;
      for (let code = least; code < most; code++) {
        let here = 0;
        for (let c = 0; c < classes; c++) here += histogram[code * classes + c]!;
        if (here === 0) continue;
        under += here;
        const over = to - from - under;
        let [a, b] = [0, 0];
        for (let c = 0; c < classes; c++) {
          const n = (left[c]! += histogram[code * classes + c]!);
          a += n * n;
          b += (counts[c]! - n) ** 2;
        }
        const value = a / under + b / over;
        if (value <= gain || under < minLeaf || over < minLeaf) continue;
        gain = value;
        best = { feature, code };
      }
    }
    return best;
  };
}
