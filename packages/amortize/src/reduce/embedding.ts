import type { Vector } from '@cfc/core';

/**
 * η = P ξ + c: which variable ξ each module follows, and where the others are held. P has at most one 1 in each row, 0 else.
 */
export interface Embedding {
  /** How many variables there are, at least 1. */
  readonly size: number;
  /** The modules that follow a variable. */
  readonly rows: Int32Array;
  /** For each module the variable that it follows; -1 where it is held. */
  readonly of: Int32Array;
  /** Where modules are held; what the others have here is not looked at. */
  readonly held: Vector;
}

/** Each of `rows` a variable of its own, all others held where they are in `eta`. */
export function holdingAllBut(rows: Int32Array, eta: Vector): Embedding {
  const of = new Int32Array(eta.length).fill(-1);
  rows.forEach((row, v) => (of[row] = v));
  return { size: rows.length, rows, of, held: eta };
}

/** One variable for each group; `of` has the group of each module. */
export function joining(of: Int32Array, size: number): Embedding {
  return { size, rows: of.map((_, i) => i), of, held: new Float64Array(of.length) };
}
