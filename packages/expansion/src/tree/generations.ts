import { type Hanging, walk } from './node.js';

/** How many nodes there are at each depth, the root's first. @throws as `childrenOf` */
export function generations(tree: readonly Hanging[]): readonly number[] {
  const sizes: number[] = [];
  for (const { depth } of walk(tree)) sizes[depth] = (sizes[depth] ?? 0) + 1;
  return sizes;
}

/**
 * The branching ratio: the mean number of children of a node, over all generations but the last, which had no time for any:
 * μ̂ = (Z_1 + ... + Z_G) / (Z_0 + ... + Z_{G-1}), Z_g nodes at depth g. 1 for a chain, 0 for a root alone.
 *
 * Over all nodes of a finished tree of n nodes the mean would always be (n - 1) / n.
 *
 * @throws as `childrenOf`
 * Source: T. E. Harris, Ann. Math. Statist. 19 (1948) 474.
 */
export function meanOffspring(tree: readonly Hanging[]): number {
  const sizes = generations(tree);
  const total = (some: readonly number[]): number => some.reduce((sum, size) => sum + size, 0);
  return sizes.length === 1 ? 0 : total(sizes.slice(1)) / total(sizes.slice(0, -1));
}
