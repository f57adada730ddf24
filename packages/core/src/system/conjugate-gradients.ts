import type { Vector } from '../contract/energy.js';
import type { Algebra } from '../contract/algebra.js';
import type { Solve } from '../contract/system.js';

const sums = new Float64Array(2);

/**
 * Truncated, preconditioned conjugate gradients in plain TypeScript, see `CompiledSystem.solve`: the twin of the kernel
 * `solve`. Source: T. Steihaug, SIAM J. Numer. Anal. 20 (1983) 626.
 *
 * @param product overwrites `out` with H v
 * @param work three vectors with anything in them
 */
export function conjugateGradients(
  algebra: Algebra,
  product: (v: Vector, out: Float64Array) => void,
  gradient: Vector,
  inverse: Vector,
  direction: Float64Array,
  [residual, search, image]: readonly [Float64Array, Float64Array, Float64Array],
  tolerance: number,
  most: number,
): Solve {
  for (let i = 0; i < residual.length; i++) residual[i] = inverse[i] === 0 ? 0 : gradient[i]!;
  algebra.turn(0, residual, inverse, search.fill(0));
  let rz = algebra.dot(residual, search);
  const start = algebra.dot(residual, residual);
  let products = 0;
  while (products < most && rz > 0) {
    product(search, image);
    products++;
    if (!algebra.descend(rz, search, image, inverse, direction, residual, sums)) {
      if (products === 1) for (let i = 0; i < search.length; i++) direction[i] = direction[i]! + search[i]!;
      return { products, negative: true };
    }
    if (sums[1]! <= tolerance * tolerance * start) break;
    algebra.turn(sums[0]! / rz, residual, inverse, search);
    rz = sums[0]!;
  }
  return { products, negative: false };
}
