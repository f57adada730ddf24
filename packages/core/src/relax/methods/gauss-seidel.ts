import type { Method, Step } from '../../contract/pieces.js';
import { defineMethod } from '../../contract/definition.js';
import { sweepFrom } from './sweep-from.js';

/**
 * Gauss-Seidel: one step is a sweep over all rows, each taking a Newton step in its own variable, clipped into
 * the box and held to a decrease. Monotone on any system; quick where couplings are weak against local energies.
 *
 * Source: D. Bertsekas, J. Tsitsiklis, Parallel and Distributed Computation (1989), section 3.3.
 */
export const gaussSeidel = defineMethod({
  name: 'GaussSeidel',
  meaning: 'sweeps of Newton steps in one order parameter at a time',
  options: {},
  make: (): Method<null> => ({
    requires: ['curvature'],
    init: () => null,
    step(task, from, state): Step<null> {
      return { ...sweepFrom(task, from), state, facts: {} };
    },
  }),
});
