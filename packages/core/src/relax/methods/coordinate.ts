import type { Vector } from '../../contract/energy.js';
import type { Method, Step } from '../../contract/pieces.js';
import { defineMethod } from '../../contract/definition.js';
import { choice, number } from '../../options/field.js';
import { clip, projected } from '../../numeric/vector.js';

/**
 * Coordinate descent by the rule of Gauss and Southwell: moves the one order parameter with the largest
 * slope among those whose projected gradient exceeds the tolerance, η_i ← clip(η_i - step · g_i), and
 * brings the gradient up to date along its couplings only. Facts: `row` (which one moved).
 */
export const coordinate = defineMethod({
  name: 'Coordinate',
  meaning: 'moves the one order parameter with the largest slope',
  options: {
    step: number(0.05, 'step length', { above: 0 }),
    length: choice('gradient', ['gradient', 'unit'], 'the move is step · gradient, or step itself'),
    tolerance: number(0, 'projected gradients up to this are left alone', { min: 0 }),
  },
  make: ({ step, length, tolerance }): Method<null> => ({
    init: () => null,
    step(task, from, state): Step<null> {
      const { system, env } = task;
      const gradient = task.gradient(from).slice();
      const row = steepest(from.eta, gradient, tolerance);
      if (row < 0) {
        return { to: null, state, facts: {}, reason: `no projected gradient exceeds ${tolerance}`, stationary: true };
      }
      const slope = gradient[row]!;
      const moved = clip(from.eta[row]! - (length === 'unit' ? step * Math.sign(slope) : step * slope));
      if (moved === from.eta[row]) {
        const reason = `the step along the slope ${slope.toExponential(2)} is lost in rounding`;
        return { to: null, state, facts: { row }, reason };
      }
      const change = system.shift(row, moved, from.eta, env, gradient);
      const eta = from.eta.slice();
      eta[row] = moved;
      return { to: { eta, energy: from.energy + change, gradient }, state, facts: { row } };
    },
  }),
});

/** Magnitudes this close count as equal, and the lower index wins: rounding does not choose the path. */
const TIE = 1 + 1e-12;

/** The row with the largest slope among those that can move by more than the tolerance; -1 where none can. */
function steepest(eta: Vector, gradient: Vector, tolerance: number): number {
  let best = -1;
  let most = 0;
  for (let i = 0; i < eta.length; i++) {
    const magnitude = Math.abs(projected(eta[i]!, gradient[i]!)) <= tolerance ? 0 : Math.abs(gradient[i]!);
    if (magnitude > most * TIE) [best, most] = [i, magnitude];
  }
  return best;
}
