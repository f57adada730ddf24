import { dot, norm } from '@cfc/core';
import { createDual } from '@cfc/dual';
import type { Birds } from './data.js';

/** A fit, and the gradient steps that it took until gradient and violation were below 1e-6. */
export type Fit = { readonly theta: Float64Array; readonly steps: number };

/** Mean score of the males less that of the females, as a vector: gap(θ) = d · θ. */
export function gapVector({ rows, male }: Birds): Float64Array {
  const count = male.filter(Boolean).length;
  const share = male.map((is) => (is ? 1 / count : -1 / (male.length - count)));
  return rows[0]!.map((_, j) => rows.reduce((sum, row, i) => sum + share[i]! * row[j]!, 0));
}

/** Gradient of the mean log loss + 0.005 |θ|², without the intercept. */
export function lossGradient({ rows, heavy }: Birds, theta: Float64Array): Float64Array {
  const gradient = theta.map((value, j) => (j === 0 ? 0 : 0.01 * value));
  rows.forEach((row, i) => {
    const error = 1 / (1 + Math.exp(-dot(row, theta))) - (heavy[i] ? 1 : 0);
    row.forEach((entry, j) => (gradient[j]! += (error * entry) / rows.length));
  });
  return gradient;
}

/** Gradient descent; the rule says of a gap what its gradient is weighed by. `bend` bounds the curvature that the rule adds. */
function descend(birds: Birds, bend: number, rule: (gap: number) => { weight: number; violation: number }): Fit {
  const d = gapVector(birds);
  const step = 1 / (birds.rows.reduce((sum, row) => sum + dot(row, row) / 4, 0) / birds.rows.length + 0.01 + bend);
  let theta = new Float64Array(d.length);
  for (let steps = 1; steps <= 20_000; steps++) {
    const { weight, violation } = rule(dot(d, theta));
    const gradient = lossGradient(birds, theta).map((value, j) => value + weight * d[j]!);
    if (norm(gradient) < 1e-6 && violation < 1e-6) return { theta, steps };
    theta = theta.map((value, j) => value - step * gradient[j]!);
  }
  return { theta, steps: 20_000 };
}

/** Least loss where |gap| <= limit: one run, with a multiplier for each side. */
export function constrained(birds: Birds, limit: number): Fit & { readonly lambda: number } {
  const side = { target: limit, rate: 0.05, controller: { type: 'nupi', kp: 5 } } as const;
  const dual = createDual({ constraints: { above: side, below: side } });
  const fit = descend(birds, 0, (gap) => {
    const { constraints, infeasibility, complementarity } = dual.step({ values: { above: gap, below: -gap } });
    const weight = constraints['above']!.weight - constraints['below']!.weight;
    return { weight, violation: Math.max(infeasibility, complementarity) };
  });
  const { above, below } = dual.multipliers();
  return { ...fit, lambda: above! - below! };
}

/** Least loss + w gap²: a run for each w. */
export const penalised = (birds: Birds, w: number): Fit =>
  descend(birds, 2 * w * norm(gapVector(birds)) ** 2, (gap) => ({ weight: 2 * w * gap, violation: 0 }));

/** Share of the birds that are told right, and the gap of the mean scores. */
export function measured(birds: Birds, theta: Float64Array): { readonly accuracy: number; readonly gap: number } {
  const right = birds.rows.filter((row, i) => dot(row, theta) > 0 === birds.heavy[i]).length;
  return { accuracy: right / birds.rows.length, gap: dot(gapVector(birds), theta) };
}
