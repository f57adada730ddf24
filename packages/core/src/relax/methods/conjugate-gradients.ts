import type { Vector } from '../../contract/energy.js';

/** What the truncated solve came to. */
export interface Solve {
  /** Approximate solution of H d = g on the free rows; 0 elsewhere. */
  readonly direction: Float64Array;
  readonly products: number;
  /** True where it stopped at a direction of negative curvature. */
  readonly negative: boolean;
}

/**
 * Truncated conjugate gradients with a diagonal preconditioner on the free rows: stops at the relative residual
 * `tolerance`, after `most` products, or at negative curvature, where it keeps what it has (the preconditioned
 * gradient if that is nothing). Source: T. Steihaug, SIAM J. Numer. Anal. 20 (1983) 626.
 *
 * @param product overwrites `out` with H v
 * @param precision positive diagonal that preconditions
 */
export function conjugateGradients(
  product: (v: Vector, out: Float64Array) => void,
  gradient: Vector,
  precision: Vector,
  free: Uint8Array,
  tolerance: number,
  most: number,
): Solve {
  const size = gradient.length;
  const direction = new Float64Array(size);
  const residual = new Float64Array(size);
  const search = new Float64Array(size);
  const image = new Float64Array(size);
  let rz = 0;
  let start = 0;
  for (let i = 0; i < size; i++) {
    if (free[i] === 0) continue;
    const g = gradient[i]!;
    residual[i] = g;
    search[i] = g / precision[i]!;
    rz += g * search[i]!;
    start += g * g;
  }
  let products = 0;
  while (products < most && rz > 0) {
    product(search, image);
    products++;
    let bent = 0;
    let length = 0;
    for (let i = 0; i < size; i++) {
      bent += search[i]! * image[i]!;
      length += search[i]! * search[i]!;
    }
    if (!(bent > 1e-14 * length)) {
      if (products === 1) direction.set(search);
      return { direction, products, negative: true };
    }
    const alpha = rz / bent;
    let next = 0;
    let left = 0;
    for (let i = 0; i < size; i++) {
      if (free[i] === 0) continue;
      direction[i] = direction[i]! + alpha * search[i]!;
      const r = residual[i]! - alpha * image[i]!;
      residual[i] = r;
      next += (r * r) / precision[i]!;
      left += r * r;
    }
    if (left <= tolerance * tolerance * start) break;
    const beta = next / rz;
    rz = next;
    for (let i = 0; i < size; i++) {
      if (free[i] !== 0) search[i] = residual[i]! / precision[i]! + beta * search[i]!;
    }
  }
  return { direction, products, negative: false };
}
