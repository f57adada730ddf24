import { uniform } from '@cfc/core';

/** Pairs of nodes. */
export type Pairs = readonly (readonly [number, number])[];

export const ring = (size: number): Pairs => Array.from({ length: size }, (_, i) => [i, (i + 1) % size] as const);

/**
 * Preferential attachment: from a triangle on, every new node is joined to two others, drawn in proportion to the edges that they
 * have already. Source: Barabási and Albert, Science 286 (1999) 509.
 */
export function barabasiAlbert(size: number, seed: number): Pairs {
  const pairs: (readonly [number, number])[] = [
    [0, 1],
    [1, 2],
    [2, 0],
  ];
  for (let node = 3; node < size; node++) {
    // Each node stands here as often as it has edges.
    const ends = pairs.flat();
    const chosen = new Set<number>();
    for (let draw = 0; chosen.size < 2; draw++) chosen.add(ends[Math.floor(uniform(seed, node, draw) * ends.length)]!);
    for (const other of chosen) pairs.push([node, other]);
  }
  return pairs;
}
