import { type Given, type Vector, choice, fill, flag, integer } from '@cfc/core';
import { searchFields } from '../minimise/options.js';
import { sharedWorkspace } from '../minimise/workspace.js';
import { type Potential, checkedPoint } from '../potential/potential.js';
import { drawsOf } from '../potential/random.js';
import type { Finding } from './draw-label.js';
import { examineAt } from './examine-at.js';

/** Options of what a draw looks for. */
export const examineFields = {
  target: choice('minimum', ['minimum', 'critical'], 'a minimum, or the nearest critical point of any index'),
  restarts: integer(0, 'random starts that look for a lower minimum, beside the origin and the mirror image', {
    min: 0,
    max: 1e4,
  }),
  passes: flag(false, 'lower barriers from the top of the straight line to the pass, where one is found'),
  ...searchFields,
};

const fields = { ...examineFields, seed: integer(0, 'seed of the restarts', { min: 0 }) };

/**
 * What a potential has where a start leads: the class of the critical point, its spectrum, what lies lower, and why the search ended.
 *
 * Options: `target` minimum or critical (minimum), `restarts` (0), `passes` (false), `seed` (0), `tolerance` (1e-10), `maxIterations`
 * (200). Throws `INPUT_INVALID`, `OPTION_INVALID` and `OPTION_UNKNOWN`.
 *
 * @example
 * const tilted = potential({ M: [0], shift: -1, linear: [0.1], A: 0, a: 1, D: 0, p: 1, gamma: 0.25 });
 * examine(tilted, Float64Array.of(1)).stability; // metastable
 */
export function examine({ terms, n }: Potential, start: Vector, options?: Given<typeof fields>): Finding {
  const { seed, ...rest } = fill(fields, options, 'examine');
  const work = sharedWorkspace(n);
  work.phi.set(checkedPoint(start, n));
  return examineAt(terms, work, rest, drawsOf(seed, 0, 'search'));
}
