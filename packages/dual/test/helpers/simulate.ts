import { dot, norm, normal } from '@cfc/core';
import { createDual, type DualConfig, type TraceRow, traceRow } from '../../src/index.js';

/** A function of x with its gradient. */
export interface Loss {
  readonly value: (x: readonly number[], step: number) => number;
  readonly gradient: (x: readonly number[]) => readonly number[];
}

/** Something to be minimised under constraints, by gradient steps of length `rate`. */
export interface Problem {
  readonly start: readonly number[];
  readonly rate: number;
  readonly steps: number;
  readonly task: Loss;
  readonly constraints: Readonly<Record<string, Loss>>;
  /** Deviation of the noise on every measured constraint. */
  readonly noise?: number;
  readonly seed?: number;
  readonly ease?: (step: number, multiplier: number) => number;
  /** Whether the cosine of the first two constraints' gradients is told. */
  readonly cosines?: boolean;
}

/** The trace of a run of the engine on a problem, the weights of every step used for the next x. */
export function simulate(config: DualConfig, problem: Problem): readonly TraceRow[] {
  const { start, rate, steps, task, constraints, noise = 0, seed = 1, ease } = problem;
  const dual = createDual(config);
  const names = Object.keys(constraints);
  let x = [...start];
  return Array.from({ length: steps }, (_, t) => {
    const values = Object.fromEntries(
      names.map((name, k) => [name, constraints[name]!.value(x, t) + noise * normal(seed, t, k)]),
    );
    const easy = ease === undefined ? {} : { ease: { [names[0]!]: ease(t, dual.multipliers()[names[0]!]!) } };
    const row = dual.step({ values, task: task.value(x, t), ...easy });
    const gradients = names.map((name) => constraints[name]!.gradient(x));
    const down = task.gradient(x);
    const extra =
      problem.cosines === true ? { [`cosine:${names[0]}:${names[1]}`]: cosine(gradients[0]!, gradients[1]!) } : {};
    x = x.map((value, i) => {
      const push = names.reduce((sum, name, k) => sum + row.constraints[name]!.weight * gradients[k]![i]!, down[i]!);
      return value - rate * push;
    });
    return traceRow(row, extra);
  });
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const [u, v] = [Float64Array.from(a), Float64Array.from(b)];
  return dot(u, v) / (norm(u) * norm(v));
}

/** ½ |x - a|². */
export const distance = (a: readonly number[]): Loss => ({
  value: (x) => 0.5 * x.reduce((sum, value, i) => sum + (value - a[i]!) ** 2, 0),
  gradient: (x) => x.map((value, i) => value - a[i]!),
});

/** n · x - b. */
export const halfSpace = (n: readonly number[], b: number): Loss => ({
  value: (x) => x.reduce((sum, value, i) => sum + n[i]! * value, -b),
  gradient: () => n,
});

/** The problem of facts with x* = (1, ½), λ* = (½, ½): min ½ |x - (2, 1)|², x₁ <= 1, x₁ + x₂ <= 1.5. */
export const corner: Problem = {
  start: [0, 0],
  rate: 0.1,
  steps: 2000,
  task: distance([2, 1]),
  constraints: { first: halfSpace([1, 0], 1), sum: halfSpace([1, 1], 1.5) },
};
