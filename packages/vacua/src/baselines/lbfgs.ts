import { dot, norm } from '@cfc/core';

/** Value at x; writes the gradient. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** Pairs of steps and gradient changes kept. */
const MEMORY = 10;
/** Share of the slope that a step has to gain. */
const ARMIJO = 1e-4;

/**
 * The minimum of a smooth convex function by limited-memory BFGS with backtracking: two-loop recursion over the last 10 pairs.
 *
 * @param x the start; overwritten by the result
 * @returns iterations done; `maxIterations` where the gradient's norm did not fall to `tolerance`
 *
 * Source: D. Liu, J. Nocedal, Math. Programming 45 (1989) 503.
 */
export function lbfgs(objective: Objective, x: Float64Array, tolerance: number, maxIterations: number): number {
  const n = x.length;
  const pairs: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  let [gradient, next] = [new Float64Array(n), new Float64Array(n)];
  const trial = new Float64Array(n);
  let value = objective(x, gradient);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    if (norm(gradient) <= tolerance) return iteration;
    const direction = directionOf(gradient, pairs);
    const slope = dot(direction, gradient);
    let step = pairs.length === 0 ? 1 / Math.max(1, norm(gradient)) : 1;
    let after = Infinity;
    for (; step > 1e-16; step /= 2) {
      for (let i = 0; i < n; i++) trial[i] = x[i]! + step * direction[i]!;
      after = objective(trial, next);
      if (after <= value + ARMIJO * step * slope) break;
    }
    if (step <= 1e-16) return iteration; // rounding: no lower value to be found
    const [before, was] = [gradient, x.slice()];
    const s = trial.map((to, i) => to - was[i]!);
    const y = next.map((to, i) => to - before[i]!);
    const curvature = dot(s, y);
    if (curvature > 1e-14 * dot(y, y)) pairs.push({ s, y, rho: 1 / curvature });
    if (pairs.length > MEMORY) pairs.shift();
    x.set(trial);
    value = after;
    [gradient, next] = [next, gradient];
  }
  return maxIterations;
}

/** Minus the approximate inverse Hessian times the gradient. */
function directionOf(gradient: Float64Array, pairs: readonly { s: Float64Array; y: Float64Array; rho: number }[]) {
  const q = gradient.map((value) => -value);
  const alphas = new Float64Array(pairs.length);
  for (let k = pairs.length - 1; k >= 0; k--) {
    const { s, y, rho } = pairs[k]!;
    alphas[k] = rho * dot(s, q);
    for (let i = 0; i < q.length; i++) q[i]! -= alphas[k]! * y[i]!;
  }
  const last = pairs.at(-1);
  const scale = last === undefined ? 1 : 1 / (last.rho * dot(last.y, last.y));
  for (let i = 0; i < q.length; i++) q[i]! *= scale;
  for (const [k, { s, y, rho }] of pairs.entries()) {
    const shift = alphas[k]! - rho * dot(y, q);
    for (let i = 0; i < q.length; i++) q[i]! += shift * s[i]!;
  }
  return q;
}
