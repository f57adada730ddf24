import { normal } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { combine, type ConstraintOptions, createDual, type MethodName } from '../src/index.js';

/** What docs/dual.md says was measured, measured. The problem: min ½ |x - (2, 1)|², x₁ <= 1, x₁ + x₂ <= 1.5; x* = (1, ½), λ* = (½, ½). */
const solution = [1, 0.5];
const normals = [
  [1, 0],
  [1, 1],
] as const;
const violations = ([x, y]: readonly number[]) => ({ first: x! - 1, sum: x! + y! - 1.5 });

interface Way extends Omit<ConstraintOptions, 'target'> {
  readonly method?: MethodName;
}

/** The run under some settings: x, λ, and the first step from which on |x - x*| stays at most 1e-4. */
function run({ method = 'sum', ...options }: Way, steps = 4000) {
  const constraint = { target: 0, rate: 0.1, ...options };
  const dual = createDual({ constraints: { first: constraint, sum: constraint } });
  let x = [2, 1];
  let settled = 0;
  for (let t = 0; t < steps; t++) {
    const { constraints } = dual.step({ values: violations(x) });
    const weights = [constraints['first']!.weight, constraints['sum']!.weight];
    const gradients = [
      Float64Array.of(x[0]! - 2, x[1]! - 1),
      ...normals.map((n, k) => Float64Array.from(n, (value) => weights[k]! * value)),
    ];
    const { direction } = combine(gradients, { method, step: t });
    x = x.map((value, i) => value - 0.1 * direction[i]!);
    if (Math.hypot(x[0]! - solution[0]!, x[1]! - solution[1]!) > 1e-4) settled = t + 2;
  }
  const reached = settled <= steps ? settled : null;
  return { x, lambda: Object.values(dual.multipliers()), steps: reached };
}

describe('docs/dual.md says that', () => {
  test('the sum and CAGrad come to the solution; MGDA and UPGrad stay where they are while λ rises to its cap', () => {
    for (const method of ['sum', 'cagrad'] as const) {
      const { x, lambda } = run({ method, max: 50 });
      for (const [found, right] of [...x.map((v, i) => [v, solution[i]!]), ...lambda.map((v) => [v, 0.5])]) {
        expect(found).toBeCloseTo(right!, 6);
      }
    }
    for (const method of ['mgda', 'upgrad'] as const) {
      const { x, lambda } = run({ method, max: 50 });
      expect(Math.hypot(x[0]! - 2, x[1]! - 1), method).toBeLessThan(0.02);
      expect(lambda).toEqual([50, 50]);
    }
    expect(run({ method: 'pcgrad', max: 50 }).steps).toBeNull();
  });

  test('an EMA slows dual ascent down or makes it swing for good; nuPI and the augmented Lagrangian speed it up', () => {
    const steps = {
      plain: run({}).steps,
      'ema 0.1': run({ ema: 0.1 }).steps,
      'ema 0.01': run({ ema: 0.01 }).steps,
      nupi: run({ controller: { type: 'nupi', kp: 3 } }).steps,
      augmented: run({ penalty: 1, rate: 1 }).steps,
    };
    expect(steps).toEqual({ plain: 167, 'ema 0.1': null, 'ema 0.01': null, nupi: 104, augmented: 89 });
  });

  test('a leak leaves a violation of ρλ/η, as predicted', () => {
    const dual = createDual({ constraints: { a: { target: 0, rate: 0.05, leak: 0.01 } } });
    let [x, told, violation] = [2, 0, 0];
    for (let t = 0; t < 5000; t++) {
      const { a } = dual.step({ values: { a: x } }).constraints;
      [told, violation] = [a!.leakBias, a!.violation!];
      x -= 0.1 * (x - 2 + a!.weight);
    }
    expect(violation).toBeCloseTo(told, 9);
    expect(violation).toBeCloseTo(1 / 3, 9); // x = 2 - λ and λ = η x / ρ
  });

  test('a stationary loss in a moving window of ranks drives λ alike at levels of 1e-3 and 1e3', () => {
    const lambda = (level: number): number => {
      const dual = createDual({ constraints: { a: { target: -0.2, normalizer: 'rank' } } });
      for (let t = 0; t < 2000; t++) dual.step({ values: { a: level * (1 + 0.1 * normal(1, t, 0)) } });
      return dual.multipliers()['a']!;
    };
    expect(lambda(1e-3)).toBe(lambda(1e3));
    expect(lambda(1)).toBeGreaterThan(1);
  });

  test('a constant loss drives λ up where ties count as above, and not by mid ranks', () => {
    const lambda = (ties: string): number => {
      const dual = createDual({ constraints: { a: { target: 0, normalizer: { type: 'rank', ties } } } });
      for (let t = 0; t < 1000; t++) dual.step({ values: { a: 3 } });
      return dual.multipliers()['a']!;
    };
    expect(lambda('max')).toBeCloseTo(9.99, 9);
    expect(lambda('mid')).toBe(0);
  });
});
