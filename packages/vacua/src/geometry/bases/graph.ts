import type { ToricBase } from './toric-base.js';

/** A graph with numbers on its nodes. */
export interface CycleGraph {
  /** What the columns of `nodes` are. */
  readonly features: readonly ['selfIntersection', 'orderF', 'orderG'];
  /** A row of features for each curve. */
  readonly nodes: readonly (readonly [number, number, number])[];
  /** Pairs of curves that meet, each once. */
  readonly edges: readonly (readonly [number, number])[];
}

/** The graph of a toric base: its curves, each joined to the two that it meets; one cycle. */
export function baseGraph({ selfIntersections, orders }: ToricBase): CycleGraph {
  const count = selfIntersections.length;
  return {
    features: ['selfIntersection', 'orderF', 'orderG'],
    nodes: selfIntersections.map((s, i) => [s, orders.f[i]!, orders.g[i]!]),
    edges: selfIntersections.map((_, i) => [i, (i + 1) % count]),
  };
}
