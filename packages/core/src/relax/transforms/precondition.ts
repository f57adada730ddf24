import type { Capability } from '../../contract/system.js';
import { defineTransform } from '../../contract/definition.js';
import { choice, number } from '../../options/field.js';
import { precisionOf, precisions } from '../precision.js';

/**
 * Divides each entry by its precision: d_i ← d_i / max(p_i, floor).
 *
 * The precision is the Hessian's diagonal (`diagonal`) or its Gershgorin row bound (`rows`); with
 * `rows` every step length below 2 is a descent while the bounds hold.
 */
export const precondition = defineTransform({
  name: 'Precondition',
  meaning: 'divides each entry of the direction by its precision',
  options: {
    precision: choice('rows', precisions, 'what the precision of a module is: row bound or diagonal of the Hessian'),
    floor: number(1e-8, 'least precision, for flat or concave rows', { above: 0 }),
  },
  make: ({ precision, floor }) => ({
    requires: [(precision === 'rows' ? 'bounds' : 'curvature') satisfies Capability],
    init: () => null,
    apply(direction, task, at, state: null) {
      const p = precisionOf(task, at, precision, floor);
      return [direction.map((entry, i) => (p[i] === Infinity ? 0 : entry / p[i]!)), state];
    },
  }),
});
