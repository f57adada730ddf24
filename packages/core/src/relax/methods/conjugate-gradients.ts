import type { Vector } from '../../contract/energy.js';
import type { Task } from '../../contract/pieces.js';

/** What the truncated solve came to. */
export interface Solve {
  /** Approximate solution of H d = g on the free rows; 0 elsewhere. */
  readonly direction: Float64Array;
  readonly products: number;
  /** True where it stopped at a direction of negative curvature. */
  readonly negative: boolean;
}

const sums = new Float64Array(2);

/**
 * Truncated conjugate gradients with a diagonal preconditioner on the free rows: stops at the relative residual
 * `tolerance`, after `most` products, or at negative curvature, where it keeps what it has (the preconditioned
 * gradient if that is nothing). Source: T. Steihaug, SIAM J. Numer. Anal. 20 (1983) 626.
 *
 * @param eta where the Hessian is taken
 * @param inverse of the positive diagonal that preconditions
 * @param free 1 for free rows, 0 for held ones
 */
export function conjugateGradients(
  { system, env, vector }: Task,
  eta: Vector,
  gradient: Vector,
  inverse: Vector,
  free: Vector,
  tolerance: number,
  most: number,
): Solve {
  const { algebra } = system;
  const direction = vector().fill(0);
  const residual = vector();
  const search = vector();
  const image = vector();
  for (let i = 0; i < residual.length; i++) residual[i] = gradient[i]! * free[i]!;
  algebra.turn(0, residual, inverse, search.fill(0));
  let rz = algebra.dot(residual, search);
  const start = algebra.dot(residual, residual);
  let products = 0;
  while (products < most && rz > 0) {
    system.hessianProduct(eta, env, search, image);
    products++;
    if (!algebra.descend(rz, search, image, inverse, free, direction, residual, sums)) {
      if (products === 1) direction.set(search);
      return { direction, products, negative: true };
    }
    if (sums[1]! <= tolerance * tolerance * start) break;
    algebra.turn(sums[0]! / rz, residual, inverse, search);
    rz = sums[0]!;
  }
  return { direction, products, negative: false };
}
