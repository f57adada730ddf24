import type { Vector } from '../../contract/energy.js';
import { clip } from '../../numeric/vector.js';
import type { RowPart, Stiffness, Touched } from './row-part.js';

/** How often a step without a bound is halved. */
const HALVINGS = 20;

const stiffness: Stiffness = { curvature: 0, bound: 0 };

/**
 * A Newton step in η_i alone, in place: the twin of `stepRow`. A step that would raise the energy is taken again with the
 * row's bound in place of its curvature, or in halves where there is no bound, and left out where that does not lower it
 * either. `gradient` is kept up to date, and `touched` told of the neighbours.
 *
 * @returns energy after minus before, never above 0; NaN where the gradient is not finite
 */
export function stepRow(
  i: number,
  eta: Float64Array,
  gradient: Float64Array,
  weights: Vector,
  parts: readonly RowPart[],
  touched: Touched | null = null,
): number {
  const old = eta[i]!;
  const slope = gradient[i]!;
  if (slope === 0) return 0;
  stiffness.curvature = 0;
  stiffness.bound = 0;
  for (const part of parts) part.stiffness(i, eta, weights, stiffness);
  const { curvature, bound } = stiffness;
  const bounded = bound < Infinity;
  const newton = clip(old - slope / (curvature > 0 ? curvature : bounded ? bound : Math.abs(curvature)));
  if (newton === old || Number.isNaN(newton)) return 0;
  let value = newton;
  let change = moveRow(i, value, eta, gradient, weights, parts, touched);
  for (let tries = bounded ? 1 : HALVINGS; change > 0; tries--) {
    moveRow(i, old, eta, gradient, weights, parts, touched);
    const safe = bounded ? clip(old - slope / bound) : (old + value) / 2;
    if (tries === 0 || safe === old || safe === value) return 0;
    value = safe;
    change = moveRow(i, value, eta, gradient, weights, parts, touched);
  }
  return change;
}

/** Moves η_i to `value` and brings the gradient up to date; returns the change of energy. */
export function moveRow(
  i: number,
  value: number,
  eta: Float64Array,
  gradient: Float64Array,
  weights: Vector,
  parts: readonly RowPart[],
  touched: Touched | null = null,
): number {
  let change = 0;
  for (const part of parts) change += part.shift(i, value, eta, weights, gradient, touched);
  eta[i] = value;
  return change;
}

/** One sweep of Gauss and Seidel: each row in turn, with everything before it already moved. */
export function sweep(eta: Float64Array, gradient: Float64Array, weights: Vector, parts: readonly RowPart[]): number {
  let total = 0;
  for (let i = 0; i < eta.length; i++) total += stepRow(i, eta, gradient, weights, parts);
  return total;
}
