import type { Vector } from '../../contract/energy.js';

/**
 * A summand of a system that is evaluated in one go: all modules or couplings of one family, or all unary families
 * together. `weights` has one entry for each term of the system; results are weighted, outputs are added to.
 */
export interface Part {
  energy(eta: Vector, weights: Vector): number;
  /** Adds the gradient and returns the energy. */
  gradient(eta: Vector, weights: Vector, gradient: Float64Array): number;
  /** energy(to) - energy(from) without cancellation. */
  difference(from: Vector, to: Vector, weights: Vector): number;
  /** Adds the Hessian times `v`. */
  product(eta: Vector, weights: Vector, v: Vector, out: Float64Array): void;
  /** Adds the diagonal of the Hessian. */
  diagonal(eta: Vector, weights: Vector, out: Float64Array): void;
  /** Adds upper bounds of the Hessian's absolute row sums. */
  bounds(eta: Vector, weights: Vector, rows: Float64Array): void;
}
