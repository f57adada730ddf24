import { defineStop } from '../../contract/definition.js';
import { number } from '../../options/field.js';

/**
 * Stops where the projected gradient is small: max_i |η_i - clip(η_i - g_i)| ≤ norm. Convergence: the
 * point is stationary in the box to that accuracy.
 */
export const gradientBelow = defineStop({
  name: 'GradientBelow',
  meaning: 'stops where the largest entry of the projected gradient is small',
  options: { norm: number(1e-6, 'how small', { min: 0 }) },
  make: ({ norm }) => ({
    init: () => null,
    check({ task, point }, state: null) {
      const left = task.system.algebra.projectedNorm(point.eta, task.gradient(point));
      if (!(left <= norm)) return { state, verdict: null };
      const reason = `the projected gradient is ${left.toExponential(2)}, at most ${norm}`;
      return { state, verdict: { reason, converged: true } };
    },
  }),
});
