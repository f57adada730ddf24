import type { Vector } from '@cfc/core';
import { lift, sink } from './hessian.js';
import type { Slopes } from './slopes.js';
import type { Terms } from './terms.js';

/** H v = diag · v + 2Lv - a²E (u·v) u + 4p(p + 1) B₂ (φ·v) φ, in O(n) and one product with L. */
export function productAt(
  terms: Terms,
  phi: Vector,
  slopes: Slopes,
  diagonal: Vector,
  v: Vector,
  out: Float64Array,
): void {
  const { n, L } = terms;
  const { u } = slopes;
  let along = 0;
  let across = 0;
  for (let i = 0; i < n; i++) {
    along += phi[i]! * v[i]!;
    across += u[i]! * v[i]!;
  }
  along *= lift(terms, slopes);
  across *= sink(terms, slopes);
  for (let i = 0; i < n; i++) out[i] = diagonal[i]! * v[i]! + along * phi[i]! - across * u[i]!;
  if (!terms.mixed) return;
  for (let i = 0, at = 0; i < n; i++) {
    let row = 0;
    for (let j = 0; j < n; j++, at++) row += L[at]! * v[j]!;
    out[i] = out[i]! + 2 * row;
  }
}
