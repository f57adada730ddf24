import { type Vector, fill } from '@cfc/core';
import { type Potential, checkedPoint } from '../potential/potential.js';
import { steepest } from '../potential/slopes.js';
import { type SearchGiven, searchFields } from './options.js';
import type { Reason } from './reason.js';
import { settle } from './settle.js';
import { sharedWorkspace } from './workspace.js';

/** Where a search ended. */
export interface Found {
  readonly phi: Float64Array;
  readonly value: number;
  /** Largest magnitude of the gradient. */
  readonly gradient: number;
  readonly iterations: number;
  readonly reason: Reason;
}

/**
 * The minimum that a start leads down to, by a Newton method that knows of the cusps; see `cuspModel` and `descend`.
 *
 * Options: `tolerance` (1e-10), `maxIterations` (200); see `searchFields`. Throws `INPUT_INVALID` and `OPTION_INVALID`.
 */
export function minimise(potential: Potential, start: Vector, options?: SearchGiven): Found {
  const { terms, n } = potential;
  const filled = fill(searchFields, options, 'minimise');
  const work = sharedWorkspace(n);
  work.phi.set(checkedPoint(start, n));
  const { reason, iterations } = settle(terms, work, filled);
  return { phi: work.phi.slice(), value: work.here.value, gradient: steepest(work.here), iterations, reason };
}
