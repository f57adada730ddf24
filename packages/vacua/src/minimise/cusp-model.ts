import { cuspCurvature, plainDiagonal } from '../potential/hessian.js';
import type { Terms } from '../potential/terms.js';
import type { Workspace } from './workspace.js';

/** Whether a field is near its cusp: within 20 d. */
export const near = (x: number, d: number): boolean => Math.abs(x) <= 20 * d;

/**
 * Gradient and diagonal of the quadratic model that a step is taken by. With g the gradient without the cusp, of height aE:
 *
 * - far from the cusp, |φᵢ| > 20d: the derivatives themselves;
 * - pinned, |gᵢ| <= aE: the field alone is at rest at φᵢ = d t / √(1 - t²), t = -gᵢ / aE. Its curvature is the secant to there, so that
 *   the step goes there whatever the curvature is here;
 * - free, |gᵢ| >= aE: the cusp cannot hold it. It leaves to the side of -gᵢ, with the slope of that side and without the cusp's curvature;
 *   where that alone would leave it within 20d, the derivatives themselves.
 */
export function cuspModel(terms: Terms, work: Workspace): void {
  const { n, d } = terms;
  const { phi, here, slope, diagonal } = work;
  const { smooth, u, kink } = here;
  plainDiagonal(terms, phi, here, diagonal);
  let scale = 0;
  for (let i = 0; i < n; i++) {
    const x = phi[i]!;
    const g = smooth[i]!;
    scale = Math.max(scale, Math.abs(diagonal[i]!));
    slope[i] = g + kink * u[i]!;
    const aside = g - kink * Math.sign(g);
    if (near(x, d) && Math.abs(g) < kink) diagonal[i] = diagonal[i]! + secant(kink, x, u[i]!, -g / kink, d);
    else if (near(x, d) && kink > 0 && !near(x - aside / diagonal[i]!, d)) slope[i] = aside;
    else diagonal[i] = diagonal[i]! + cuspCurvature(kink, x, d);
  }
  work.scale = scale;
}

/** Curvature of the cusp between φᵢ and the place where it balances, aE (t - uᵢ) / (d t / √(1 - t²) - φᵢ). */
function secant(kink: number, x: number, u: number, t: number, d: number): number {
  const rest = (d * t) / Math.sqrt((1 - t) * (1 + t));
  // So near that the difference is rounding: the tangent.
  return Math.abs(rest - x) < 1e-6 * (d + Math.abs(x)) ? cuspCurvature(kink, x, d) : (kink * (t - u)) / (rest - x);
}
