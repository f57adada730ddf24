import type { Vector } from '../../contract/energy.js';
import type { Folded } from './quartics.js';

/*
 * F = a η² + b η⁴ - h η over all modules, in plain TypeScript: the twins of the `quartic` kernels, which take two modules at
 * a time. Outputs are overwritten.
 */

export function quarticEnergy({ h, a, b }: Folded, eta: Vector): number {
  let even = 0;
  let odd = 0;
  const whole = h.length & ~1;
  for (let i = 0; i < whole; i += 2) {
    const x = eta[i]!;
    const y = eta[i + 1]!;
    even += x * (x * (a[i]! + b[i]! * x * x) - h[i]!);
    odd += y * (y * (a[i + 1]! + b[i + 1]! * y * y) - h[i + 1]!);
  }
  if (whole === h.length) return even + odd;
  const z = eta[whole]!;
  return even + odd + z * (z * (a[whole]! + b[whole]! * z * z) - h[whole]!);
}

export function quarticGradient({ h, a, b }: Folded, eta: Vector, g: Float64Array): number {
  let even = 0;
  let odd = 0;
  const whole = h.length & ~1;
  for (let i = 0; i < whole; i += 2) {
    const x = eta[i]!;
    const y = eta[i + 1]!;
    const left = b[i]! * x * x;
    const right = b[i + 1]! * y * y;
    even += x * (x * (a[i]! + left) - h[i]!);
    odd += y * (y * (a[i + 1]! + right) - h[i + 1]!);
    g[i] = x * (2 * a[i]! + 4 * left) - h[i]!;
    g[i + 1] = y * (2 * a[i + 1]! + 4 * right) - h[i + 1]!;
  }
  if (whole === h.length) return even + odd;
  const z = eta[whole]!;
  const square = b[whole]! * z * z;
  g[whole] = z * (2 * a[whole]! + 4 * square) - h[whole]!;
  return even + odd + z * (z * (a[whole]! + square) - h[whole]!);
}

export function quarticDifference({ h, a, b }: Folded, from: Vector, to: Vector): number {
  const sums = [0, 0];
  const whole = h.length & ~1;
  for (let i = 0; i < whole; i++) sums[i & 1]! += moved(i);
  return whole === h.length ? sums[0]! + sums[1]! : sums[0]! + sums[1]! + moved(whole);

  function moved(i: number): number {
    const x = from[i]!;
    const y = to[i]!;
    return (y - x) * ((y + x) * (a[i]! + b[i]! * (y * y + x * x)) - h[i]!);
  }
}

/** The second derivatives times `v`, or alone. */
export function quarticProduct({ a, b }: Folded, eta: Vector, v: Vector | null, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) {
    const x = eta[i]!;
    const bent = 2 * a[i]! + 12 * b[i]! * x * x;
    out[i] = v === null ? bent : bent * v[i]!;
  }
}

export function quarticBounds({ a, b }: Folded, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) {
    const flat = 2 * a[i]!;
    out[i] = Math.max(Math.abs(flat), Math.abs(flat + 12 * b[i]!));
  }
}
