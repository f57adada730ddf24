import { openingOrder } from './bond-levels.js';
import { disjointSets, link, rootOf } from './disjoint-sets.js';
import type { EdgeList, Grid } from './graph.js';
import { readGraph } from './read-graph.js';

/** What became of a graph as its bonds opened one by one. Entry n of each list is with n bonds open, n from 0 to M. */
export interface Sweep {
  /** Number of nodes, N. */
  readonly nodes: number;
  /** Number of bonds, M; shortcuts are none of them. */
  readonly bonds: number;
  /** Nodes in the largest component. */
  readonly largest: Int32Array;
  /** Σ over components of size²; by N it is the mean size of the component of a node drawn at random. */
  readonly squares: Float64Array;
}

/** Hears of two components of `a` and `b` nodes that become one as bond number `opened` opens; 0 for shortcuts. */
export type Merging = (opened: number, a: number, b: number) => void;

/**
 * Percolation for every number of open bonds at once: opens them one by one in random order and keeps the components, in
 * O(N + M) up to the inverse Ackermann function. `canonical` turns its lists into functions of the probability.
 *
 * The order is that of `bondPercolation` under the same seed: entry n is what it finds at a probability that opens n bonds.
 *
 * @param heard called for every merging, to sum what else is wanted of the components
 * @throws `INPUT_INVALID` for what is no graph
 *
 * Source: M. E. J. Newman and R. M. Ziff, Phys. Rev. E 64 (2001) 016706.
 *
 * @example
 * const sweep = percolationSweep({ width: 128, height: 128, periodic: true, shortcuts: 0.02, seed: 3 });
 * const eta = canonical(sweep.largest, 0.48) / sweep.nodes;
 */
export function percolationSweep(input: Grid | EdgeList, heard?: Merging): Sweep {
  const { nodes, bonds, shortcuts, seed } = readGraph(input);
  const count = bonds.length / 2;
  const order = openingOrder(count, seed);
  const largest = new Int32Array(count + 1);
  const squares = new Float64Array(count + 1);
  const sets = disjointSets(nodes);
  let most = 1;
  let square = nodes;
  const join = (opened: number, i: number, j: number): void => {
    const [a, b] = [rootOf(sets, i), rootOf(sets, j)];
    if (a === b) return;
    const [x, y] = [-sets[a]!, -sets[b]!];
    heard?.(opened, x, y);
    square += 2 * x * y;
    most = Math.max(most, link(sets, a, b));
  };
  for (let k = 0; k < shortcuts.length; k += 2) join(0, shortcuts[k]!, shortcuts[k + 1]!);
  [largest[0], squares[0]] = [most, square];
  for (let opened = 1; opened <= count; opened++) {
    const bond = order[opened - 1]!;
    join(opened, bonds[2 * bond]!, bonds[2 * bond + 1]!);
    largest[opened] = most;
    squares[opened] = square;
  }
  return { nodes, bonds: count, largest, squares };
}
