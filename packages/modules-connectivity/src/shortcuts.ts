import { uniform } from '@cfc/core';

/** The stream of `uniform` that shortcuts are drawn from; bonds have another. */
const STREAM = 1;

/**
 * Pairs of two different nodes, each uniform among all pairs, drawn with replacement. Pair k depends on the seed, on k and on
 * the number of nodes alone: more pairs under the same seed begin with the same ones.
 *
 * @returns `count` pairs, one after the other; none where there are no two nodes
 */
export function shortcutPairs(nodes: number, count: number, seed: number): Int32Array {
  if (nodes < 2) return new Int32Array(0);
  const pairs = new Int32Array(2 * count);
  for (let k = 0; k < count; k++) {
    const i = below(nodes, uniform(seed, STREAM, 2 * k));
    const other = below(nodes - 1, uniform(seed, STREAM, 2 * k + 1));
    pairs[2 * k] = i;
    pairs[2 * k + 1] = other < i ? other : other + 1;
  }
  return pairs;
}

/** A whole number in 0..count - 1; the product may round up to `count`. */
const below = (count: number, random: number): number => Math.min(count - 1, Math.floor(random * count));
