import { uniform } from '@cfc/core';
import { type DualStep, createDual } from '@cfc/dual';
import { CLASSES, type Point, addGradient, fresh, predict } from './network.js';

const [STEP, STEPS] = [0.5, 2000];
export const points: readonly Point[] = Array.from({ length: 150 }, (_, k) => [
  2 * uniform(1, 0, k) - 1,
  2 * uniform(1, 1, k) - 1,
]);
const oneHot = (label: number): Float64Array => Float64Array.from({ length: CLASSES }, (_, c) => (c === label ? 1 : 0));
const sector = ([x, y]: Point): number => Math.floor(((Math.atan2(y, x) / Math.PI + 1) * CLASSES) / 2) % CLASSES;
const old = points.map((point) => oneHot(sector(point)));
/** What is to be learnt now: within a disc another class is right. */
const wanted = points.map(([x, y]) => oneHot(Math.hypot(x - 0.4, y - 0.4) < 0.35 ? 0 : sector([x, y])));

/** Mean of Σ goal ln(goal / p): cross-entropy where goals are certain, else KL(goals | p). */
const divergence = (predicted: readonly Float64Array[], goals: readonly Float64Array[]): number => {
  const terms = predicted.flatMap((p, i) =>
    [...p].map((_, c) => (goals[i]![c]! > 0 ? goals[i]![c]! * Math.log(goals[i]![c]! / p[c]!) : 0)),
  );
  return terms.reduce((sum, term) => sum + term, 0) / predicted.length;
};

/** Descends the cross-entropy of `goals` and, by the weight that `rule` gives for it, the divergence from `near`. */
function descend(
  start: Float64Array,
  goals: readonly Float64Array[],
  near: readonly Float64Array[],
  rule: (kl: number) => number,
): Float64Array {
  let weights = start;
  for (let step = 0; step < STEPS; step++) {
    const predicted = points.map((point) => predict(weights, point));
    const weight = rule(divergence(predicted, near));
    const gradient = new Float64Array(weights.length);
    points.forEach((point, i) => {
      const errors = predicted[i]!.map((p, c) => (p - goals[i]![c]! + weight * (p - near[i]![c]!)) / points.length);
      addGradient(weights, point, errors, gradient);
    });
    // The more the divergence weighs, the shorter is the stable step.
    weights = weights.map((value, k) => value - (STEP / (1 + weight)) * gradient[k]!);
  }
  return weights;
}

export interface Tuned {
  /** Cross-entropy of what is wanted, KL(before | after), both in nats, and the last weight of the latter. */
  readonly loss: number;
  readonly kl: number;
  readonly weight: number;
  readonly trace: readonly DualStep[];
}

/** The network before: it has learnt the sectors. */
export const before = descend(fresh(7), old, old, () => 0);
const reference = points.map((point) => predict(before, point));

/** Learns what is wanted under a budget of KL(before | after) in nats, or with a fixed weight of it. */
export function tune(how: { readonly budget: number } | { readonly weight: number }): Tuned {
  const trace: DualStep[] = [];
  let weight = 0;
  const kl =
    'budget' in how ? ({ target: how.budget, rate: 0.3, controller: { type: 'nupi', kp: 20 } } as const) : null;
  const dual = kl === null ? null : createDual({ constraints: { kl } });
  const after = descend(before, wanted, reference, (value) => {
    if (dual !== null) trace.push(dual.step({ values: { kl: value } }));
    return (weight = trace.at(-1)?.constraints['kl']!.weight ?? ('weight' in how ? how.weight : 0));
  });
  const predicted = points.map((point) => predict(after, point));
  return { loss: divergence(predicted, wanted), kl: divergence(predicted, reference), weight, trace };
}
