import { uniform } from '@cfc/core';
import { type Edges, edgesOf } from './edges.js';

/** Mean number of edges of a node. */
const DEGREE = 4;

/**
 * Every pair of nodes joined with the same probability, such that a node has four edges on average.
 *
 * Skips from one edge to the next by a geometric draw: Batagelj and Brandes, Phys. Rev. E 71 (2005) 036113.
 */
export function erdosRenyi(size: number, seed: number): Edges {
  const miss = Math.log(1 - Math.min(0.999999, DEGREE / (size - 1)));
  const pairs: number[] = [];
  let [row, column] = [1, -1];
  for (let draw = 0; row < size; draw++) {
    column += 1 + Math.floor(Math.log(uniform(seed, 0, draw)) / miss);
    while (column >= row && row < size) column -= row++;
    if (row < size) pairs.push(row, column);
  }
  return edgesOf(pairs);
}
