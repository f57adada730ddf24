/*
 * Disjoint sets in one Int32Array: a negative entry is a root and minus the size of its set, any other is the parent.
 * Union by size with path halving: R. E. Tarjan and J. van Leeuwen, J. ACM 31 (1984) 245.
 */

/** `count` sets of one node each. */
export function disjointSets(count: number): Int32Array {
  return new Int32Array(count).fill(-1);
}

/** The root of the set of node `i`; every second node on the way is moved up to its grandparent. */
export function rootOf(sets: Int32Array, i: number): number {
  for (;;) {
    const parent = sets[i]!;
    if (parent < 0) return i;
    const grandparent = sets[parent]!;
    if (grandparent < 0) return parent;
    sets[i] = grandparent;
    i = grandparent;
  }
}

/** Makes one set of those of nodes `i` and `j`, and returns its size. */
export function unite(sets: Int32Array, i: number, j: number): number {
  return link(sets, rootOf(sets, i), rootOf(sets, j));
}

/** The same for two roots, which may be one. */
export function link(sets: Int32Array, a: number, b: number): number {
  if (a === b) return -sets[a]!;
  if (sets[a]! > sets[b]!) return link(sets, b, a);
  sets[a]! += sets[b]!;
  sets[b] = a;
  return -sets[a]!;
}
