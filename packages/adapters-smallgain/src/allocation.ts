import type { Vector } from '@cfc/core';
import type { Caps } from './caps.js';
import type { TermRows } from './term-rows.js';

/** What there is to spend, on what, and within which caps. */
export interface Request {
  /** What a unit of each term's multiplier is worth. Terms whose value is not above 0 and finite are not raised. */
  readonly values: Vector;
  /** What a unit of each term's multiplier costs in each row. Terms with an infinite cost are not raised. */
  readonly costs: TermRows;
  /** What is left in each row. At most `rho` of it is spent; nothing where it is not above 0. */
  readonly rowMargins: Vector;
  /** The same overall, where a term counts with the sum of its rows. */
  readonly globalMargin: number;
  readonly caps: Caps;
  /** The multipliers as they are, >= 0; 1 where none are given. */
  readonly multipliers?: Vector;
  /** Share of the margins that may be spent, above 0 and below 1; 0.7 where none is given. */
  readonly rho?: number;
}

/** What was spent: never above rho times the margin, in any row and overall, to the last bit. */
export interface Ledger {
  /** For each row Σ over terms of cost · raise. */
  readonly rows: Vector;
  /** For each term Σ over rows of cost · raise. */
  readonly terms: Vector;
  /** Σ of `terms`, and of `rows`. */
  readonly overall: number;
}

/** The multipliers after an allocation, and what it took. */
export interface Allocation {
  readonly multipliers: Vector;
  /** What each multiplier was raised by, >= 0. */
  readonly raises: Vector;
  readonly spent: Ledger;
}
