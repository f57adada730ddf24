import { type ConstraintOptions, type DualConfig, createDual } from '../../src/index.js';
import type { Problem } from './problem.js';

/** How problems are solved: gradient steps of one length, one dual step for each. Written in units of the problem. */
export interface Way {
  /** Length of the primal step, in units of 1 / L. */
  readonly step: number;
  readonly steps: number;
  readonly order?: DualConfig['order'];
  /** Options in units of `unit` = L / N. */
  constraint(unit: number): Omit<ConstraintOptions, 'target' | 'sense'>;
}

/** Where a way led. */
export interface Result {
  /** Largest |x - x*| and |λ - λ*| at the end. */
  readonly primal: number;
  readonly dual: number;
  /** Steps after which both stay within 1e-6; null where they do not. */
  readonly settled: number | null;
}

/** Gradient descent on the Lagrangian whose weights the engine gives. */
export function solve({ start, solution, constraints, gradient, curvature, reach }: Problem, way: Way): Result {
  const options = way.constraint(curvature / reach);
  const dual = createDual({
    constraints: Object.fromEntries(
      constraints.map(({ name, target, sense }) => [name, { ...options, target, sense }]),
    ),
    order: way.order ?? 'simultaneous',
  });
  const x = Float64Array.from(start);
  const direction = new Float64Array(x.length);
  const off = (a: number, b: number): number => (Number.isFinite(a) ? Math.abs(a - b) : Infinity);
  let [primal, price, last] = [Infinity, Infinity, 0];
  for (let t = 1; t <= way.steps && Number.isFinite(x[0]); t++) {
    const values = Object.fromEntries(constraints.map((one) => [one.name, one.value(x)]));
    const step = dual.step({ values });
    gradient(x, direction);
    for (const one of constraints) one.addGradient(x, step.constraints[one.name]!.weight, direction);
    for (let i = 0; i < x.length; i++) x[i] = x[i]! - (way.step / curvature) * direction[i]!;
    primal = Math.max(...solution.map((xi, i) => off(x[i]!, xi)));
    price = Math.max(...constraints.map((one) => off(step.constraints[one.name]!.multiplier, one.multiplier)));
    if (!(primal <= 1e-6 && price <= 1e-6)) last = t;
  }
  const settled = primal <= 1e-6 && price <= 1e-6;
  return { primal, dual: price, settled: settled ? last + 1 : null };
}
