import { type Vector, dot, fill, norm, number } from '@cfc/core';
import { largest } from './largest.js';
import type { Found } from './minimise.js';
import { type SearchGiven, searchFields } from './options.js';
import { steihaug } from './steihaug.js';

/** A smooth function with its gradient and the products of its Hessian. A `Potential` is one; its cusps are not smooth. */
export interface SmoothProblem {
  value(x: Vector): number;
  gradient(x: Vector): Vector;
  product(x: Vector, v: Vector): Vector;
}

const fields = { ...searchFields, radius: number(1, 'length of the first step, at most', { above: 0 }) };

/** Points further out than this, where the function still falls, do not come back. */
const FAR = 1e8;

/**
 * Minimises a smooth function by trust-region Newton-CG: the model is minimised by Steihaug's conjugate gradients, the step is taken where
 * the function falls by more than 1e-4 of what the model says (below the rounding of the function: where the gradient falls), and the
 * radius follows the ratio (J. Nocedal, S. Wright, Numerical Optimization, 2006, algorithm 4.1).
 *
 * It converges when the largest entry of the gradient is within `tolerance` (1e-10), times 1 + |x|. Options further: `maxIterations` (200),
 * `radius` (1). For potentials with A > 0 use `minimise`: a cusp of curvature aE / d lies outside what such a model can follow.
 */
export function trustRegion(
  problem: SmoothProblem,
  start: Vector,
  options?: SearchGiven & { readonly radius?: number },
): Found {
  const { tolerance, maxIterations, radius: first } = fill(fields, options, 'trustRegion');
  let x = Float64Array.from(start);
  let value = problem.value(x);
  let gradient = problem.gradient(x);
  let radius = first;
  for (let iterations = 0; ; iterations++) {
    const steep = largest(gradient);
    const ended = (reason: Found['reason']): Found => ({ phi: x, value, gradient: steep, iterations, reason });
    if (!Number.isFinite(value) || !Number.isFinite(steep)) return ended('nonFinite');
    if (largest(x) > FAR) return ended('unbounded');
    if (steep <= tolerance * (1 + largest(x))) return ended('converged');
    if (iterations === maxIterations) return ended('maxIterations');
    const here = x;
    const { step, border } = steihaug(gradient, (v) => problem.product(here, v), radius);
    const next = x.map((entry, i) => entry + step[i]!);
    const promise = -dot(gradient, step) - 0.5 * dot(step, problem.product(x, step));
    const [reached, slope] = [problem.value(next), problem.gradient(next)];
    const fall = value - reached;
    const rounding = 1e-13 * (1 + Math.abs(value));
    const ratio = Math.max(Math.abs(fall), promise) <= rounding ? Number(largest(slope) < steep) : fall / promise;
    if (!(ratio >= 0.25)) radius = 0.25 * norm(step);
    else if (ratio > 0.75 && border) radius *= 2;
    if (ratio > 1e-4) [x, value, gradient] = [next, reached, slope];
  }
}
