import type { Vector } from '@cfc/core';

/**
 * Solves (diag + shift · I + up · φφᵀ - down · uuᵀ) x = b in place, in O(n), by Sherman and Morrison twice; up, down >= 0.
 *
 * @returns 1 where the matrix is positive definite and x the solution, 0 where it is not, -1 where a diagonal entry is not above 0 and
 * this way is closed
 */
export function woodburySolve(
  diagonal: Vector,
  shift: number,
  up: number,
  phi: Vector,
  down: number,
  u: Vector,
  x: Float64Array,
): -1 | 0 | 1 {
  const n = x.length;
  let pp = 0;
  let uu = 0;
  let pu = 0;
  let px = 0;
  let ux = 0;
  for (let i = 0; i < n; i++) {
    const entry = diagonal[i]! + shift;
    if (!(entry > 0)) return -1;
    const w = 1 / entry;
    const f = phi[i]!;
    const v = u[i]!;
    pp += f * w * f;
    uu += v * w * v;
    pu += f * w * v;
    px += f * w * x[i]!;
    ux += v * w * x[i]!;
  }
  const grown = 1 + up * pp;
  // After the first update: uᵀ(·)⁻¹u and uᵀ(·)⁻¹b.
  const through = uu - (up * pu * pu) / grown;
  const left = 1 - down * through;
  if (!(left > 1e-15)) return 0;
  const along = (down * (ux - (up * pu * px) / grown)) / left;
  const back = (up * (px + along * pu)) / grown;
  for (let i = 0; i < n; i++) x[i] = (x[i]! + along * u[i]! - back * phi[i]!) / (diagonal[i]! + shift);
  return 1;
}
