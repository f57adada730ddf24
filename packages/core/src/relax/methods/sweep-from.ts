import type { Step, Task, Point } from '../../contract/pieces.js';

/** The point one Gauss-Seidel sweep away, with its gradient; none where the sweep moves nothing. */
export function sweepFrom(task: Task, from: Point): Pick<Step<unknown>, 'to' | 'reason' | 'stationary'> {
  const { system, env } = task;
  const eta = task.vector();
  eta.set(from.eta);
  const gradient = task.vector();
  gradient.set(task.gradient(from));
  const change = system.sweep(eta, env, gradient);
  if (eta.some((value, i) => value !== from.eta[i])) return { to: { eta, energy: from.energy + change, gradient } };
  const left = system.algebra.projectedNorm(from.eta, task.gradient(from));
  return {
    to: null,
    reason: `a sweep moves nothing, at a projected gradient of ${left.toExponential(2)}`,
    stationary: left === 0,
  };
}
