import type { Point, Step, Task } from '../../contract/pieces.js';
import { projectedNorm } from '../../numeric/vector.js';

/** The point one Gauss-Seidel sweep away, with its gradient; none where the sweep moves nothing. */
export function sweepFrom(task: Task, from: Point): Pick<Step<unknown>, 'to' | 'reason' | 'stationary'> {
  const { system, env } = task;
  const eta = Float64Array.from(from.eta);
  const gradient = Float64Array.from(task.gradient(from));
  const change = system.sweep(eta, env, gradient);
  if (eta.some((value, i) => value !== from.eta[i])) return { to: { eta, energy: from.energy + change, gradient } };
  const left = projectedNorm(from.eta, task.gradient(from));
  return {
    to: null,
    reason: `a sweep moves nothing, at a projected gradient of ${left.toExponential(2)}`,
    stationary: left === 0,
  };
}
