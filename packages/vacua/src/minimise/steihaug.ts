import { type Vector, dot } from '@cfc/core';

/**
 * Approximate minimum of g·s + sᵀHs / 2 within |s| <= radius, by conjugate gradients that stop at the border or at a direction of negative
 * curvature and go to the border from there (T. Steihaug, SIAM J. Numer. Anal. 20 (1983) 626). The residual is brought to
 * min(0.5, √|g|) |g|, or after 2n + 10 products as far as it went.
 */
export function steihaug(
  gradient: Vector,
  product: (v: Vector) => Vector,
  radius: number,
): { step: Float64Array; border: boolean } {
  const n = gradient.length;
  const step = new Float64Array(n);
  const residual = Float64Array.from(gradient);
  const direction = residual.map((x) => -x);
  let square = dot(residual, residual);
  const goal = square * Math.min(0.25, Math.sqrt(square));
  for (let turn = 0; turn < 2 * n + 10 && square > goal; turn++) {
    const image = product(direction);
    const curvature = dot(direction, image);
    const length = curvature > 0 ? square / curvature : Infinity;
    const most = toBorder(step, direction, radius);
    const taken = Math.min(length, most);
    for (let i = 0; i < n; i++) step[i] = step[i]! + taken * direction[i]!;
    if (length >= most) return { step, border: true };
    for (let i = 0; i < n; i++) residual[i] = residual[i]! + length * image[i]!;
    const next = dot(residual, residual);
    for (let i = 0; i < n; i++) direction[i] = (next / square) * direction[i]! - residual[i]!;
    square = next;
  }
  return { step, border: false };
}

/** The t >= 0 at which |s + t d| is the radius. */
function toBorder(s: Vector, d: Vector, radius: number): number {
  const [a, b, c] = [dot(d, d), dot(s, d), dot(s, s) - radius * radius];
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return b > 0 ? -c / (b + root) : (root - b) / a;
}
