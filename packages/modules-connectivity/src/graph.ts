/** A rectangle of nodes, each joined to the next one to the right and below. */
export interface Grid {
  /** Nodes in a row, a whole number >= 1. */
  readonly width: number;
  /** Rows, a whole number >= 1. */
  readonly height: number;
  /** True for a torus: the last of a row, or of a column, is joined to the first. Free edges by default. */
  readonly periodic?: boolean;
  /** Shortcuts for each node, >= 0, none by default: their number is rounded. They join random nodes and are always open. */
  readonly shortcuts?: number;
  /** Seed of bonds and shortcuts, a whole number >= 0; 0 by default. */
  readonly seed?: number;
}

/** Any graph, as a list of its edges. Edges that join a node to itself, or two nodes again, do no harm. */
export interface EdgeList {
  /** Number of nodes, a whole number >= 1; they are called 0, 1, ... */
  readonly nodes: number;
  /** Pairs of nodes; or a typed array of twice as many entries, i and j in turn. */
  readonly edges: readonly (readonly [number, number])[] | (ArrayBufferView & ArrayLike<number>);
  /** Seed of the bonds, a whole number >= 0; 0 by default. */
  readonly seed?: number;
}

/** A graph of which each bond is open with a probability, independently. */
export type Percolation =
  | (Grid & { /** Probability of each bond, in [0, 1]. */ readonly open: number })
  | (EdgeList & { /** Probability of each edge, in [0, 1]; 1 by default. */ readonly open?: number });

/** A graph that was read. Node pairs lie one after the other: pair k is at 2k and 2k + 1. */
export interface Graph {
  readonly nodes: number;
  /** Pairs of nodes that a bond joins: what percolation opens and closes. */
  readonly bonds: Int32Array;
  /** Pairs of nodes that are joined whatever the bonds are. */
  readonly shortcuts: Int32Array;
  readonly seed: number;
}
