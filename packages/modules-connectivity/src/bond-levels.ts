import { uniforms } from '@cfc/core';

/**
 * The level of each bond, uniform in (0, 1): under the probability p the bonds below p are open, so that a larger p opens
 * more and closes none. The level of bond k is `uniform(seed, 0, k)`.
 */
export function bondLevels(count: number, seed: number): Float64Array {
  const levelOf = uniforms(seed, 0);
  const levels = new Float64Array(count);
  for (let bond = 0; bond < count; bond++) levels[bond] = levelOf(bond);
  return levels;
}

/**
 * The bonds in the order in which a growing probability opens them: ascending levels, equal ones by number. A uniform
 * permutation, by one pass of buckets, in O(count).
 */
export function openingOrder(count: number, seed: number): Int32Array {
  const levels = bondLevels(count, seed);
  const starts = new Int32Array(count + 1);
  for (const level of levels) starts[Math.floor(level * count) + 1]!++;
  for (let bucket = 0; bucket < count; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const order = new Int32Array(count);
  const next = starts.slice(0, count);
  for (let bond = 0; bond < count; bond++) {
    const bucket = Math.floor(levels[bond]! * count);
    let at = next[bucket]!++;
    // Buckets hold one bond on average: insertion keeps each sorted.
    for (; at > starts[bucket]! && levels[order[at - 1]!]! > levels[bond]!; at--) order[at] = order[at - 1]!;
    order[at] = bond;
  }
  return order;
}
