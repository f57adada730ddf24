// A real run for the figures of docs/dual.md: a small problem under three constraints, measured with noise, gradients combined by CAGrad.
import { built } from './workspace.mjs';

const STEPS = 600;
const RATE = 0.05;

/** min ½|x - (2, 1, 1)|² with x₁ <= 1, x₁ + x₂ <= 1.5 and x₃ <= 0.2; the last is measured on cases that get easier with its λ. */
const start = [0, 0, 1.5];
const target = [2, 1, 1];
const normals = { first: [1, 0, 0], sum: [1, 1, 0], wired: [0, 0, 1] };
const bounds = { first: 1, sum: 1.5, wired: 0.2 };

/** Rows of `traceRow`. */
export async function dualRows() {
  const [{ normal }, { combine, createDual, gradientColumns, traceRow }] = await Promise.all([
    built('core'),
    built('dual'),
  ]);
  const dual = createDual({
    rate: 0.03,
    constraints: {
      first: { target: 0, deadzone: 0.02, max: 0.45 },
      sum: {
        target: 0,
        deadzone: 0.02,
        normalizer: { type: 'none', drift: { baseline: 100, recent: 50 } },
        controller: { type: 'nupi', kp: 1 },
      },
      wired: { target: 0, deadzone: 0.02, max: 20 },
    },
  });
  const names = Object.keys(normals);
  let x = start;
  let ease = 0.5;
  return Array.from({ length: STEPS }, (_, t) => {
    const loss = (name) => normals[name].reduce((sum, n, i) => sum + n * x[i], -bounds[name]);
    const values = Object.fromEntries(names.map((name, k) => [name, loss(name) + 0.08 * normal(5, t, k)]));
    values.wired -= ease - 0.5;
    const task = 0.5 * x.reduce((sum, value, i) => sum + (value - target[i]) ** 2, 0) + 0.02 * normal(5, t, 9);
    const step = dual.step({ values, task, ease: { wired: ease, sum: 0.5 + 0.05 * normal(5, t, 10) } });
    ease = 0.5 + 0.4 * step.constraints.wired.multiplier + 0.01 * normal(5, t, 11);
    const weighted = names.map((name) => Float64Array.from(normals[name], (n) => n * step.constraints[name].weight));
    const combined = combine([Float64Array.from(x, (value, i) => value - target[i]), ...weighted], {
      method: 'cagrad',
    });
    x = x.map((value, i) => value - RATE * combined.direction[i] * (names.length + 1) * 0.25);
    return traceRow(step, gradientColumns(['task', ...names], combined));
  });
}
