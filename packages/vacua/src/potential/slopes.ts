import type { Vector } from '@cfc/core';
import type { Terms } from './terms.js';

/** What V and its derivatives at a point have in common; filled by `slopesAt`. */
export interface Slopes {
  /** V. */
  value: number;
  /** aE = aA e^{-aS}, the height of the step of the gradient at a cusp. */
  kink: number;
  /** D (1 + N)^{-p-1}. */
  B1: number;
  /** D (1 + N)^{-p-2}. */
  B2: number;
  /** 1 + the largest magnitude of a summand of the gradient: what its rounding is proportional to. */
  size: number;
  /** The gradient without the cusp. */
  readonly smooth: Float64Array;
  /** uᵢ = φᵢ / √(φᵢ² + d²); the gradient is smooth + kink · u. */
  readonly u: Float64Array;
}

/** Memory for `slopesAt` of n fields. */
export function emptySlopes(n: number): Slopes {
  return { value: 0, kink: 0, B1: 0, B2: 0, size: 0, smooth: new Float64Array(n), u: new Float64Array(n) };
}

/** V and its gradient at φ, in parts: ∂ᵢV = 2kᵢφᵢ + 2(Lφ)ᵢ + cᵢ + aE uᵢ - 2p B₁ φᵢ + 4γ φᵢ³. */
export function slopesAt(terms: Terms, phi: Vector, out: Slopes): void {
  const { n, k, c, L, d, a, p, gamma } = terms;
  const { smooth, u } = out;
  const square = d * d;
  let quadratic = 0;
  let S = 0;
  let N = 0;
  let quartic = 0;
  let most = 0;
  for (let i = 0; i < n; i++) {
    const x = phi[i]!;
    const xx = x * x;
    const s = Math.sqrt(xx + square);
    u[i] = x / s;
    S += s;
    N += xx;
    quartic += xx * xx;
    const pull = k[i]! * x;
    quadratic += (pull + c[i]!) * x;
    smooth[i] = 2 * pull + c[i]! + 4 * gamma * xx * x;
    most = Math.max(most, Math.abs(2 * pull), Math.abs(c[i]!), Math.abs(4 * gamma * xx * x));
  }
  if (terms.mixed) {
    for (let i = 0, at = 0; i < n; i++) {
      let row = 0;
      for (let j = 0; j < n; j++, at++) row += L[at]! * phi[j]!;
      quadratic += row * phi[i]!;
      smooth[i] = smooth[i]! + 2 * row;
    }
  }
  const E = terms.A * Math.exp(-a * S);
  const B0 = terms.D * Math.pow(1 + N, -p);
  const B1 = B0 / (1 + N);
  for (let i = 0; i < n; i++) smooth[i] = smooth[i]! - 2 * p * B1 * phi[i]!;
  out.value = quadratic - E + B0 + gamma * quartic;
  out.kink = a * E;
  out.B1 = B1;
  out.B2 = B1 / (1 + N);
  out.size = 1 + Math.max(most, a * E);
}

/** One entry of the gradient. */
export const slopeAt = ({ smooth, u, kink }: Slopes, i: number): number => smooth[i]! + kink * u[i]!;

/** Largest magnitude of the gradient; NaN where an entry is. */
export function steepest(slopes: Slopes): number {
  let most = 0;
  for (let i = 0; i < slopes.u.length; i++) most = Math.max(most, Math.abs(slopeAt(slopes, i)));
  return most;
}
