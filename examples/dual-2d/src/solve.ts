import { type CombineOptions, combine, createDual } from '@cfc/dual';

/** Least ½|x - (2, 1)|² where x₁ <= 1 and x₁ + x₂ <= 1.5. By hand: x* = (1, 0.5), λ* = (0.5, 0.5); see the README. */
export const wish = [2, 1] as const;
export const solution = { x: [1, 0.5], lambda: [0.5, 0.5] } as const;

export type Pair = readonly [number, number];

export interface Run {
  /** Every point, the start first. */
  readonly path: readonly Pair[];
  readonly x: Pair;
  readonly lambda: Pair;
  /** |x - x*|, and the first step from which on it stays below 1e-4; null where it does not. */
  readonly distance: number;
  readonly steps: number | null;
  /** What `combine` warned of, once. */
  readonly warnings: readonly string[];
}

const distanceOf = ([x, y]: Pair): number => Math.hypot(x - solution.x[0], y - solution.x[1]);

/** Gradient descent on the gradients as `combine` puts them together, with a dual step before each: 2,000 steps from the least loss. */
export function solve(options: CombineOptions): Run {
  const constraint = { rate: 0.1, max: 10, controller: { type: 'nupi', kp: 2 } } as const;
  const dual = createDual({
    constraints: { first: { ...constraint, target: 1 }, both: { ...constraint, target: 1.5 } },
  });
  const roles = ['task', 'constraint', 'constraint'];
  // The length of CAGrad, MGDA, UPGrad and DualProj is that of a mean, so their steps are three times as long.
  const length = options.method === 'sum' || options.method === 'pcgrad' ? 0.1 : 0.3;
  const path: Pair[] = [wish];
  let lambda: Pair = [0, 0];
  let warnings: readonly string[] = [];
  for (let step = 0; step < 2000; step++) {
    const [x, y] = path[step]!;
    const { constraints } = dual.step({ values: { first: x, both: x + y } });
    const [first, both] = [constraints['first']!, constraints['both']!];
    lambda = [first.multiplier, both.multiplier];
    const gradients = [
      Float64Array.of(x - wish[0], y - wish[1]),
      Float64Array.of(first.weight, 0),
      Float64Array.of(both.weight, both.weight),
    ];
    const combined = combine(gradients, { ...options, roles, seed: 1, step });
    warnings = combined.warnings;
    path.push([x - length * combined.direction[0]!, y - length * combined.direction[1]!]);
  }
  const x = path.at(-1)!;
  const last = path.map((point) => distanceOf(point) >= 1e-4).lastIndexOf(true);
  return { path, x, lambda, distance: distanceOf(x), steps: last + 1 < path.length ? last + 1 : null, warnings };
}
