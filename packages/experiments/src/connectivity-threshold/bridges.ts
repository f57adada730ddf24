import { componentSets, largestShare, readGraph, unite } from '@cfc/modules-connectivity';

/** A torus at some probability, and bundles of shortcuts that may be opened. */
export interface Bridges {
  /** What the open bonds of the torus join, as disjoint sets. */
  readonly lattice: Int32Array;
  /** The pairs of nodes that each bundle joins. */
  readonly bundles: readonly Int32Array[];
}

/** The torus at probability `p`, and `density` shortcuts for each node in `count` bundles. */
export function bridgesOf(size: number, seed: number, p: number, density: number, count: number): Bridges {
  const torus = { width: size, height: size, periodic: true, seed };
  const { shortcuts } = readGraph({ ...torus, shortcuts: density });
  const end = (k: number): number => 2 * Math.round((k * shortcuts.length) / 2 / count);
  const bundles = Array.from({ length: count }, (_, k) => shortcuts.subarray(end(k), end(k + 1)));
  return { lattice: componentSets({ ...torus, open: p }), bundles };
}

/** η of the connectivity with some of the bundles open. */
export function etaWith({ lattice, bundles }: Bridges, open: Iterable<number>): number {
  const sets = lattice.slice();
  for (const k of open) {
    const pairs = bundles[k]!;
    for (let at = 0; at < pairs.length; at += 2) unite(sets, pairs[at]!, pairs[at + 1]!);
  }
  return largestShare(sets);
}
