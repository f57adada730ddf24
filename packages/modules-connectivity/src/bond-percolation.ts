import { bondLevels } from './bond-levels.js';
import { disjointSets, unite } from './disjoint-sets.js';
import type { Percolation } from './graph.js';
import { readGraph, readOpen } from './read-graph.js';

/** The connected components of one draw of a graph's bonds. */
export interface Components {
  /** Number of nodes, N. */
  readonly nodes: number;
  /** The number of nodes of each component, the largest first; they add up to N. */
  readonly sizes: Int32Array;
}

/**
 * Bond percolation: opens each bond with its probability, independently, and finds the connected components.
 *
 * What is open is a function of the seed, and grows with the probability: what one p joins, a larger one does not part.
 *
 * @throws `INPUT_INVALID` for what is no graph or no probability
 *
 * Source: S. R. Broadbent and J. M. Hammersley, Proc. Camb. Phil. Soc. 53 (1957) 629.
 *
 * @example
 * const { sizes } = bondPercolation({ width: 100, height: 100, open: 0.5, seed: 3 });
 */
export function bondPercolation(input: Percolation): Components {
  const sets = componentSets(input);
  const sizes = sets.filter((entry) => entry < 0).sort();
  return { nodes: sets.length, sizes: sizes.map((entry) => -entry) };
}

/**
 * The order parameter of connectivity: the share of all nodes that the largest component holds, in (0, 1].
 *
 * @throws `INPUT_INVALID` for what is no graph or no probability
 */
export function largestComponentFraction(input: Percolation): number {
  return largestShare(componentSets(input));
}

/**
 * The components as disjoint sets, to `unite` further: `bondPercolation` for whoever goes on adding edges.
 *
 * @throws `INPUT_INVALID` for what is no graph or no probability
 */
export function componentSets(input: Percolation): Int32Array {
  const { nodes, bonds, shortcuts, seed } = readGraph(input);
  const open = readOpen(input);
  const sets = disjointSets(nodes);
  for (let k = 0; k < shortcuts.length; k += 2) unite(sets, shortcuts[k]!, shortcuts[k + 1]!);
  const levels = bondLevels(bonds.length / 2, seed);
  for (let bond = 0; bond < levels.length; bond++) {
    if (levels[bond]! < open) unite(sets, bonds[2 * bond]!, bonds[2 * bond + 1]!);
  }
  return sets;
}

/** The share of nodes in the largest of some disjoint sets. */
export function largestShare(sets: Int32Array): number {
  let least = 0;
  for (let i = 0; i < sets.length; i++) if (sets[i]! < least) least = sets[i]!;
  return -least / sets.length;
}
