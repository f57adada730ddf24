import type { Vector } from '../../contract/energy.js';
import type { Method, Step } from '../../contract/pieces.js';
import { defineMethod } from '../../contract/definition.js';
import { number } from '../../options/field.js';
import { arcSearch } from './arc-search.js';

interface State {
  /** Point and gradient of the step before; null at the start. */
  readonly eta: Vector | null;
  readonly gradient: Vector | null;
}

/**
 * Projected gradient with the step length of Barzilai and Borwein, s·s / s·y from the last move s and the change of
 * gradient y, halved until the energy falls. Needs nothing but gradients. Facts: `step`, `tries`, `spectral` (the length tried first).
 *
 * Sources: J. Barzilai, J. Borwein, IMA J. Numer. Anal. 8 (1988) 141; E. Birgin, J. Martínez, M. Raydan, SIAM J. Optim. 10 (2000) 1196.
 */
export const spectralProjectedGradient = defineMethod({
  name: 'SpectralProjectedGradient',
  meaning: 'projected gradient with the step length of Barzilai and Borwein',
  options: {
    shortest: number(1e-10, 'least step length tried first', { above: 0 }),
    longest: number(1e10, 'largest step length tried first', { above: 0 }),
  },
  make: ({ shortest, longest }): Method<State> => ({
    init: () => ({ eta: null, gradient: null }),
    step(task, from, state): Step<State> {
      const gradient = task.gradient(from);
      const left = task.system.algebra.projectedNorm(from.eta, gradient);
      if (left === 0) return { to: null, state, facts: {}, reason: 'the projected gradient is 0', stationary: true };
      const spectral = Math.min(
        longest,
        Math.max(shortest, spectralLength(from.eta, gradient, state) ?? 1 / Math.max(1, left)),
      );
      const { to, step, tries } = arcSearch(task, from, gradient, gradient, spectral, 60);
      const reason = `no step along the gradient lowers the energy, at a projected gradient of ${left.toExponential(2)}`;
      return {
        to,
        state: { eta: from.eta, gradient },
        facts: { step, tries, spectral },
        ...(to === null ? { reason } : {}),
      };
    },
  }),
});

/** s·s / s·y; null where the curvature along s is not positive, or there is no s yet. */
function spectralLength(eta: Vector, gradient: Vector, { eta: before, gradient: slope }: State): number | null {
  if (before === null || slope === null) return null;
  let ss = 0;
  let sy = 0;
  for (let i = 0; i < eta.length; i++) {
    const s = eta[i]! - before[i]!;
    ss += s * s;
    sy += s * (gradient[i]! - slope[i]!);
  }
  return sy > 0 ? ss / sy : null;
}
