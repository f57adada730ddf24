import type { Vector } from '../contract/energy.js';
import type { Algebra } from '../contract/algebra.js';
import { clip, dot, projectedNorm } from './vector.js';

/** Vector operations in plain TypeScript: the twins of those in wasm/vectors.ts. Sums run over even and odd entries apart. */
export const plainAlgebra: Algebra = Object.freeze({
  dot,
  projectedNorm,
  arc(eta: Vector, g: Vector, d: Vector, step: number, out: Float64Array): number {
    let even = 0;
    let odd = 0;
    const whole = eta.length & ~1;
    for (let i = 0; i < whole; i += 2) {
      const x = clip(eta[i]! - step * d[i]!);
      const y = clip(eta[i + 1]! - step * d[i + 1]!);
      out[i] = x;
      out[i + 1] = y;
      even += g[i]! * (eta[i]! - x);
      odd += g[i + 1]! * (eta[i + 1]! - y);
    }
    if (whole === eta.length) return even + odd;
    const x = clip(eta[whole]! - step * d[whole]!);
    out[whole] = x;
    return even + odd + g[whole]! * (eta[whole]! - x);
  },
  descend(
    rz: number,
    s: Vector,
    image: Vector,
    inverse: Vector,
    d: Float64Array,
    r: Float64Array,
    sums: Float64Array,
  ): boolean {
    const [curvature, square] = bends(s, image);
    if (!(curvature > 1e-14 * square)) return false;
    sums.set(follows(rz / curvature, s, image, inverse, d, r));
    return true;
  },
  turn(beta: number, r: Vector, inverse: Vector, s: Float64Array): void {
    for (let i = 0; i < s.length; i++) s[i] = r[i]! * inverse[i]! + beta * s[i]!;
  },
});

/** s · image and s · s. */
export function bends(s: Vector, image: Vector): readonly [number, number] {
  return [paired(s.length, (i) => s[i]! * image[i]!), paired(s.length, (i) => s[i]! * s[i]!)];
}

/** d += α s, and r -= α · image where `inverse` is not 0; returns Σ r² · inverse and Σ r². */
export function follows(
  alpha: number,
  s: Vector,
  image: Vector,
  inverse: Vector,
  d: Float64Array,
  r: Float64Array,
): readonly [number, number] {
  for (let i = 0; i < s.length; i++) {
    d[i] = d[i]! + alpha * s[i]!;
    r[i] = r[i]! - (inverse[i] === 0 ? 0 : alpha * image[i]!);
  }
  return [paired(s.length, (i) => r[i]! * r[i]! * inverse[i]!), paired(s.length, (i) => r[i]! * r[i]!)];
}

/** Σ over even and odd entries apart, and of a last one that is left over. */
function paired(size: number, value: (i: number) => number): number {
  let even = 0;
  let odd = 0;
  const whole = size & ~1;
  for (let i = 0; i < whole; i += 2) {
    even += value(i);
    odd += value(i + 1);
  }
  return whole === size ? even + odd : even + odd + value(whole);
}
