import type { Vector } from '../../contract/energy.js';
import type { Method, Point, Step, Task } from '../../contract/pieces.js';
import { defineMethod } from '../../contract/definition.js';
import { clip } from '../../numeric/vector.js';
import { number } from '../../options/field.js';
import { certifiedSteps } from '../limits/certified-steps.js';

interface State {
  /** The point before the last accepted one; null where the momentum starts anew. */
  readonly previous: Vector | null;
  /** Momentum's counter t, 1 at a start. */
  readonly t: number;
}

/**
 * Accelerated projected gradient in the metric of the Gershgorin rows: from y = η + β (η - η_previous) to
 * clip(y - theta g(y) / r(y)), with β = (t - 1)/t', t' = (1 + √(1 + 4t²))/2. No line search.
 *
 * The momentum starts anew when it points uphill, and whenever the energy would rise; a step without momentum is the
 * certified one of `SmallGainLimit`, η - theta g / r, which lowers the energy for theta < 2 while the bounds hold. Rows
 * without a finite bound stay. Facts: `momentum` (β), `restarted`.
 * Sources: A. Beck, M. Teboulle, SIAM J. Imaging Sci. 2 (2009) 183; B. O'Donoghue, E. Candès, Found. Comput. Math. 15 (2015) 715.
 */
export const fista = defineMethod({
  name: 'Fista',
  meaning: 'accelerated gradient in the metric of the row bounds, with restart',
  options: { theta: number(1, 'share of the certified step', { above: 0, below: 2 }) },
  make: ({ theta }): Method<State> => ({
    requires: ['bounds'],
    init: () => ({ previous: null, t: 1 }),
    step(task, from, state): Step<State> {
      const next = (1 + Math.sqrt(1 + 4 * state.t * state.t)) / 2;
      const momentum = state.previous === null ? 0 : (state.t - 1) / next;
      if (momentum > 0) {
        const ahead = task.pointWithGradient(extrapolated(from.eta, state.previous!, momentum, task.vector()));
        const { to, uphill } = metricStep(task, ahead, theta, from.eta);
        if (!uphill && task.difference(from, to) <= 0) {
          return { to, state: { previous: from.eta, t: next }, facts: { momentum, restarted: 0 } };
        }
      }
      const left = task.system.algebra.projectedNorm(from.eta, task.gradient(from));
      if (left === 0) return { to: null, state, facts: {}, reason: 'the projected gradient is 0', stationary: true };
      const { to } = metricStep(task, from, theta, from.eta);
      const fresh: State = { previous: from.eta, t: (1 + Math.sqrt(5)) / 2 };
      return { to, state: fresh, facts: { momentum: 0, restarted: momentum > 0 ? 1 : 0 } };
    },
  }),
});

function extrapolated(eta: Vector, previous: Vector, momentum: number, out: Float64Array): Float64Array {
  for (let i = 0; i < out.length; i++) out[i] = clip(eta[i]! + momentum * (eta[i]! - previous[i]!));
  return out;
}

/** The certified step from `at`; `uphill` where the gradient there opposes the way from `origin`. */
function metricStep(task: Task, at: Point, theta: number, origin: Vector): { to: Point; uphill: boolean } {
  const gradient = task.gradient(at);
  const steps = certifiedSteps(task.system.rowBounds(at.eta, task.env), theta, 1);
  const eta = task.vector();
  let along = 0;
  for (let i = 0; i < eta.length; i++) {
    const value = at.eta[i]! - steps[i]! * gradient[i]!;
    eta[i] = value < 0 ? 0 : value > 1 ? 1 : value;
    along += gradient[i]! * (eta[i]! - origin[i]!);
  }
  return { to: task.point(eta), uphill: along > 0 };
}
