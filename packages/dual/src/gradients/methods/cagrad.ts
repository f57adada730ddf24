import { dot } from '@cfc/core';
import type { Gram } from '../gram.js';
import { type SimplexPoint, leastOverSimplex } from '../least-over-simplex.js';
import { noiseOf, smallest, times } from '../matrix.js';
import { type Combined, STILL, diagonal, withoutZeros } from './method.js';

/**
 * The direction near the mean gradient g₀ that serves the worst-off gradient best: max min_k g_k · d over
 * |d - g₀| <= c |g₀|. With w the minimiser of F(w) = g_w · g₀ + c |g₀| |g_w| over the simplex, d = g₀ + c |g₀| g_w / |g_w|;
 * not rescaled. Where |g_w| is below `STILL` that direction cannot be told: then d = g₀, and `stationary` is true. Gradients
 * of 0 are left out.
 *
 * Solved exactly: F = min over t > 0 of g_w · g₀ + c |g₀| (t / 2 + |g_w|² / 2 t), and on one support |g_w|² is a + b t², so
 * that t = |g_w| is a formula; the supports are followed between brackets of t.
 *
 * `gap` is F(w) less what some d reaches: 0 at the solution.
 *
 * @param gram of trace 1
 * @param c >= 0; below 1 the solution of a Lagrangian stays where it is
 *
 * Source: Liu et al., Conflict-averse gradient descent, NeurIPS 2021.
 */
export function cagrad(gram: Gram, c: number): Combined {
  const { kept, spread } = withoutZeros(gram);
  const mean = new Float64Array(kept.length).fill(1 / kept.length);
  const pull = times(kept, mean);
  const radius = c * Math.sqrt(Math.max(0, dot(mean, pull)));
  const { w, norm, gap } =
    radius > 0 ? lowest(kept, pull, radius) : { w: mean, norm: Math.sqrt(Math.max(0, dot(mean, pull))), gap: 0 };
  const stationary = !(norm > STILL);
  const along = radius > 0 && !stationary ? radius / norm : 0;
  const coefficients = spread(mean.map((entry, k) => entry + along * w[k]!));
  return { coefficients, rows: diagonal(coefficients), gap, stationary };
}

/** Of numbers near 1. */
const TINY = 1e-15;

interface Lowest {
  readonly w: Float64Array;
  /** |g_w|. */
  readonly norm: number;
  readonly gap: number;
}

/** The minimiser of q · w + κ |g_w|. */
function lowest(gram: Gram, q: Float64Array, kappa: number): Lowest {
  let [low, high] = [0, Math.sqrt(Math.max(...gram.map((row, k) => row[k]!)))];
  let t = high;
  let best: Lowest = { w: q, norm: Infinity, gap: Infinity };
  for (let round = 0; round < 100 && best.gap > TINY && high > TINY; round++) {
    const point = leastOverSimplex(gram, q, t / kappa);
    const norm = normOf(gram, point.w);
    if (norm <= t) high = t;
    else low = t;
    const own = judged(
      gram,
      q,
      kappa,
      point.w,
      norm,
      times(gram, point.w).map((entry) => entry / Math.max(norm, t)),
    );
    const further = onSupport(gram, q, kappa, point);
    for (const one of [own, further]) if (one !== null && one.gap < best.gap) best = one;
    const next = further?.norm ?? 0;
    t = next > low && next < high ? next : low > 0 ? Math.sqrt(low * high) : high / 16;
  }
  return best;
}

/** The minimiser as far as the support of a point goes; null where it lies outside. */
function onSupport(gram: Gram, q: Float64Array, kappa: number, { base, tilt }: SimplexPoint): Lowest | null {
  const a = normOf(gram, base) ** 2;
  const lift = times(gram, tilt).map((entry) => entry / kappa);
  const b = dot(tilt, lift) / kappa;
  if (!(b < 1)) return null;
  const t = Math.sqrt(a / (1 - b));
  const w = base.map((entry, k) => Math.max(0, entry + (t / kappa) * tilt[k]!));
  if (Math.abs(w.reduce((total, entry) => total + entry, -1)) > 1e-14 * w.length) return null;
  if (t > 0) times(gram, base).forEach((entry, k) => (lift[k]! += entry / t));
  return judged(gram, q, kappa, w, t, lift);
}

/** With its gap: what w gives less what the direction g₀ + κ u reaches, of which `lift` holds the g_k · u. */
function judged(gram: Gram, q: Float64Array, kappa: number, w: Float64Array, norm: number, lift: Float64Array): Lowest {
  const length = norm > 0 ? normOf(gram, w) : 0;
  const reached = smallest(q.map((entry, k) => entry + kappa * lift[k]!));
  return { w, norm, gap: Math.max(0, dot(q, w) + kappa * length - reached) };
}

/** |g_w|; 0 where it is no more than rounding. */
function normOf(gram: Gram, w: Float64Array): number {
  const square = dot(w, times(gram, w));
  const noise = dot(noiseOf(gram, w), w.map(Math.abs));
  return square > noise ? Math.sqrt(square) : 0;
}
