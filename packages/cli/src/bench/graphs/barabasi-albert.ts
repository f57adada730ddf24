import { uniform } from '@cfc/core';
import { type Edges, edgesOf } from './edges.js';

/** Edges that every new node brings. */
const BROUGHT = 2;

/**
 * Preferential attachment: from a triangle on, every new node is joined to two others, drawn with a probability that
 * grows with the edges they have already. A few nodes get many.
 *
 * Source: Barabási and Albert, Science 286 (1999) 509.
 */
export function barabasiAlbert(size: number, seed: number): Edges {
  // Every node stands in this list as often as it has edges: an even draw from it is the draw wanted.
  const pairs = [0, 1, 1, 2, 2, 0];
  for (let node = 3; node < size; node++) {
    const chosen = new Set<number>();
    const ends = pairs.length;
    for (let draw = 0; chosen.size < BROUGHT; draw++) chosen.add(pairs[Math.floor(uniform(seed, node, draw) * ends)]!);
    for (const other of chosen) pairs.push(node, other);
  }
  return edgesOf(pairs);
}
