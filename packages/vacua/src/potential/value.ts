import type { Vector } from '@cfc/core';
import type { Terms } from './terms.js';

/** V(φ). */
export function valueAt(terms: Terms, phi: Vector): number {
  const { n, k, c, L, d } = terms;
  const square = d * d;
  let quadratic = 0;
  let S = 0;
  let N = 0;
  let quartic = 0;
  for (let i = 0; i < n; i++) {
    const x = phi[i]!;
    const xx = x * x;
    quadratic += k[i]! * xx + c[i]! * x;
    N += xx;
    S += Math.sqrt(xx + square);
    quartic += xx * xx;
  }
  if (terms.mixed) {
    for (let i = 0; i < n; i++) {
      let row = 0;
      for (let j = 0; j < i; j++) row += L[i * n + j]! * phi[j]!;
      quadratic += (2 * row + L[i * n + i]! * phi[i]!) * phi[i]!;
    }
  }
  return quadratic - terms.A * Math.exp(-terms.a * S) + terms.D * Math.pow(1 + N, -terms.p) + terms.gamma * quartic;
}
