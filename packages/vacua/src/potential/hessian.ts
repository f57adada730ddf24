import type { Vector } from '@cfc/core';
import type { Slopes } from './slopes.js';
import type { Terms } from './terms.js';

/** Second derivative of the cusp in its own direction, aE d² / s³. */
export function cuspCurvature(kink: number, x: number, d: number): number {
  const ratio = d / Math.sqrt(x * x + d * d);
  return ((kink * ratio) / d) * ratio * ratio;
}

/** 2kᵢ + 12γφᵢ² - 2p B₁: the diagonal without L, the cusp and the two outer products. */
export function plainDiagonal(terms: Terms, phi: Vector, { B1 }: Slopes, out: Float64Array): void {
  const { n, k, gamma, p } = terms;
  for (let i = 0; i < n; i++) out[i] = 2 * k[i]! + 12 * gamma * phi[i]! * phi[i]! - 2 * p * B1;
}

/** The diagonal of the cusps; returns its least and its largest entry. */
export function cuspDiagonal(
  { n, d }: Terms,
  phi: Vector,
  { kink }: Slopes,
  out: Float64Array,
): readonly [number, number] {
  let least = Infinity;
  let most = 0;
  for (let i = 0; i < n; i++) {
    const entry = cuspCurvature(kink, phi[i]!, d);
    out[i] = entry;
    least = Math.min(least, entry);
    most = Math.max(most, entry);
  }
  return [least, most];
}

/** Adds the diagonal of the cusps to `out`. */
export function addCusps({ n, d }: Terms, phi: Vector, { kink }: Slopes, out: Float64Array): void {
  for (let i = 0; i < n; i++) out[i] = out[i]! + cuspCurvature(kink, phi[i]!, d);
}

/** a · aE, the factor of -uuᵀ. */
export const sink = (terms: Terms, { kink }: Slopes): number => terms.a * kink;

/** 4p(p + 1) B₂, the factor of φφᵀ. */
export const lift = ({ p }: Terms, { B2 }: Slopes): number => 4 * p * (p + 1) * B2;

/** diag + 2L - a²E uuᵀ + 4p(p + 1) B₂ φφᵀ, lower triangle by rows. */
export function lowerHessian(terms: Terms, phi: Vector, slopes: Slopes, diagonal: Vector, out: Float64Array): void {
  const { n, L, mixed } = terms;
  const { u } = slopes;
  const down = sink(terms, slopes);
  const up = lift(terms, slopes);
  for (let i = 0; i < n; i++) {
    const x = up * phi[i]!;
    const y = down * u[i]!;
    const row = i * n;
    if (mixed) for (let j = 0; j <= i; j++) out[row + j] = 2 * L[row + j]! + x * phi[j]! - y * u[j]!;
    else for (let j = 0; j <= i; j++) out[row + j] = x * phi[j]! - y * u[j]!;
    out[row + i] = out[row + i]! + diagonal[i]!;
  }
}
