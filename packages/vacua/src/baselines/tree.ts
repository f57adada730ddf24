import { type Split, splitter } from './tree-split.js';
import type { TreeTask } from './tree-task.js';

/** A decision tree as lists: node 0 is the root; `feature` -1 marks a leaf, whose class shares stand in `shares`. Plain data. */
export interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  /** The node for values up to the threshold; the one for larger ones follows it. */
  readonly child: readonly number[];
  /** Class shares of a leaf, none for other nodes. */
  readonly shares: readonly (readonly number[])[];
}

/** Grows a tree on the rows `chosen` (with repeats), by Gini impurity. `draws` are uniform numbers by index. */
export function growTree(task: TreeTask, chosen: Int32Array, draws: (index: number) => number): Tree {
  const { binned, labels, classes, minLeaf, maxDepth } = task;
  const [feature, threshold, child]: number[][] = [[], [], []];
  const shares: number[][] = [];
  const best = splitter(task, chosen, draws);
  const add = (): number => {
    feature!.push(-1);
    threshold!.push(0);
    child!.push(-1);
    return shares.push([]) - 1;
  };
  const open = [{ node: add(), from: 0, to: chosen.length, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, from, to, depth } = next;
    const counts = new Array<number>(classes).fill(0);
    for (let i = from; i < to; i++) counts[labels[chosen[i]!]!]!++;
    const done = counts.some((count) => count === to - from) || to - from < 2 * minLeaf || depth >= maxDepth;
    const split = done ? null : best(from, to, counts);
    if (split === null) {
      shares[node] = counts.map((count) => count / (to - from));
      continue;
    }
    const middle = partition(binned.codes[split.feature]!, split, chosen, from, to);
    feature![node] = split.feature;
    threshold![node] = binned.borders[split.feature]![split.code]!;
    child![node] = add();
    add();
    open.push({ node: child![node] + 1, from: middle, to, depth: depth + 1 });
    open.push({ node: child![node], from, to: middle, depth: depth + 1 });
  }
  return { feature: feature!, threshold: threshold!, child: child!, shares };
}

/** Puts rows up to the split before the others; returns where those begin. */
function partition(codes: Uint8Array, { code }: Split, chosen: Int32Array, from: number, to: number): number {
  let middle = from;
  for (let i = from; i < to; i++) {
    const row = chosen[i]!;
    if (codes[row]! > code) continue;
    chosen[i] = chosen[middle]!;
    chosen[middle++] = row;
  }
  return middle;
}

/** The node of the leaf that a row falls into. */
export function leafAt({ feature, threshold, child }: Tree, row: ArrayLike<number>): number {
  let node = 0;
  for (let f = feature[0]!; f >= 0; f = feature[node]!) node = child[node]! + Number(row[f]! > threshold[node]!);
  return node;
}
