import type { Vector } from '../../contract/energy.js';

/**
 * A summand of a system that is evaluated in one go: everything that runs in the engine's own loops, or all modules or
 * couplings of one other family. `weights` has one entry for each term of the system; results are weighted. The engine
 * comes first and overwrites outputs; the others add to them.
 */
export interface Part {
  energy(eta: Vector, weights: Vector): number;
  /** Writes the gradient and returns the energy. */
  gradient(eta: Vector, weights: Vector, gradient: Float64Array): number;
  /** energy(to) - energy(from) without cancellation. */
  difference(from: Vector, to: Vector, weights: Vector): number;
  /** Writes the Hessian times `v`. */
  product(eta: Vector, weights: Vector, v: Vector, out: Float64Array): void;
  /** Writes the diagonal of the Hessian. */
  diagonal(eta: Vector, weights: Vector, out: Float64Array): void;
  /** Writes upper bounds of the Hessian's absolute row sums. */
  bounds(eta: Vector, weights: Vector, rows: Float64Array): void;
}
