import type { Vector } from '../../contract/energy.js';

/** What one row needs to know of its own curvature. */
export interface Stiffness {
  /** d²E/dη_i², exact. */
  curvature: number;
  /** Upper bound of |d²E/dη_i²|, infinite where there is none. */
  bound: number;
}

/** Is told of every row whose gradient changed because a neighbour moved. */
export interface Touched {
  offer(row: number): void;
}

/** A summand of a system as seen from one module: cost in proportion to the couplings of that module. */
export interface RowPart {
  /** The change of energy when η_i moves to `value`; `gradient`, unless null, is brought up to date. */
  shift(
    i: number,
    value: number,
    eta: Vector,
    weights: Vector,
    gradient: Float64Array | null,
    touched?: Touched | null,
  ): number;
  /** Adds the row's stiffness to `out`. */
  stiffness(i: number, eta: Vector, weights: Vector, out: Stiffness): void;
}
