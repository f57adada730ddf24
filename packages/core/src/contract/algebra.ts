import type { Vector } from './energy.js';

/**
 * Vector operations on vectors of the system's size: fastest where all of them came from `vector()`, the same bits for any.
 * Sums run in a fixed number of lanes, so that both back ends give the same bits.
 */
export interface Algebra {
  /** Σ xᵢ yᵢ. */
  dot(x: Vector, y: Vector): number;
  /** max |η - clip(η - g)|, how far the point is from stationary in the box. */
  projectedNorm(eta: Vector, g: Vector): number;
  /** out = clip(η - step · d); returns g · (η - out). */
  arc(eta: Vector, g: Vector, d: Vector, step: number, out: Float64Array): number;
  /**
   * A step of preconditioned conjugate gradients: with α = rz / (s · image), d += α s, and r -= α · image where `inverse`
   * (of the diagonal that preconditions) is not 0, the rows that are free. Writes Σ r² · inverse and Σ r² to `sums` and returns true; where s · image is not above 1e-14 s · s, does nothing.
   */
  descend(
    rz: number,
    s: Vector,
    image: Vector,
    inverse: Vector,
    d: Float64Array,
    r: Float64Array,
    sums: Float64Array,
  ): boolean;
  /** s = r · inverse + β s. */
  turn(beta: number, r: Vector, inverse: Vector, s: Float64Array): void;
}
