/** The edges of a graph: edge `k` joins the nodes `a[k]` and `b[k]`. No node is joined to itself, no pair twice. */
export interface Edges {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** Edges from a list of pairs, one after the other. */
export const edgesOf = (pairs: readonly number[]): Edges => ({
  a: Int32Array.from({ length: pairs.length / 2 }, (_, k) => pairs[2 * k]!),
  b: Int32Array.from({ length: pairs.length / 2 }, (_, k) => pairs[2 * k + 1]!),
});
