import { slopesAt, steepest } from '../potential/slopes.js';
import type { Terms } from '../potential/terms.js';
import { asymptotics } from '../search/asymptotics.js';
import { cuspModel } from './cusp-model.js';
import { largest } from './largest.js';
import type { SearchOptions } from './options.js';
import type { Reason } from './reason.js';
import { shiftedStep, tryStep } from './try-step.js';
import { type Workspace, move } from './workspace.js';

/** A difference of V below this, next to 1 + |V|, is rounding. */
const ROUNDING = 1e-13;
/** A step below this, next to 1 + |φ|, is none. */
const SHORT = 1e-9;
/** Fields larger than this, where nothing holds them far out, do not come back. */
const FAR = 1e8;

/** How a descent ended; the point and its slopes are in the workspace. */
export interface Descent {
  readonly reason: Reason;
  readonly iterations: number;
  /** Whether the Hessian there was found positive definite. */
  readonly definite: boolean;
  /** It gave up early, for a direction of negative curvature that the gradient does not see holds up all others. */
  readonly held: boolean;
}

/**
 * Cusp-aware Newton from `work.phi`, which it moves: each step solves the model of `cuspModel`, shifted as far as it takes (Levenberg).
 * Steps are taken where V falls by 1e-4 of what the model says; where that is below the rounding of V, where the gradient falls.
 *
 * @param patience shifted steps in a row after which a descent is held
 */
export function descend(
  terms: Terms,
  work: Workspace,
  { tolerance, maxIterations }: SearchOptions,
  patience = Infinity,
): Descent {
  slopesAt(terms, work.phi, work.here);
  let steep = steepest(work.here);
  let shift = 0;
  let shifted = 0;
  for (let iterations = 0; ; iterations++) {
    const ended = (reason: Reason, definite = false): Descent => ({
      reason,
      iterations,
      definite,
      held: shifted > patience,
    });
    if (!Number.isFinite(work.here.value) || !Number.isFinite(steep)) return ended('nonFinite');
    const size = largest(work.phi);
    if (size > FAR && asymptotics(terms).kind !== 'coercive') return ended('unbounded');
    const arrived = steep <= tolerance * work.here.size;
    cuspModel(terms, work);
    shift = shiftedStep(terms, work, arrived ? 0 : shift);
    if (arrived && largest(work.step) <= SHORT * (1 + size)) return ended('converged', shift === 0);
    shifted = shift > 0 ? shifted + 1 : 0;
    if (iterations === maxIterations || shifted > patience) return ended('maxIterations');
    let later: number;
    for (;;) {
      if (!Number.isFinite(shift)) return ended(arrived ? 'converged' : 'maxIterations');
      tryStep(terms, work);
      later = steepest(work.there);
      if (better(work, steep, later)) break;
      // At the bottom, as far as rounding lets one see.
      if (arrived) return ended('converged', shift === 0);
      shift = shiftedStep(terms, work, 4 * shift + 1e-2 * work.scale);
    }
    steep = later;
    shift = shift < 1e-2 * work.scale ? 0 : shift / 8;
    move(work);
  }
}

function better({ here, there, slope, step }: Workspace, steep: number, later: number): boolean {
  let promise = 0;
  for (let i = 0; i < step.length; i++) promise -= 0.5 * slope[i]! * step[i]!;
  const fall = here.value - there.value;
  if (Math.max(Math.abs(fall), promise) <= ROUNDING * (1 + Math.abs(here.value))) return later < steep;
  return fall >= 1e-4 * promise;
}
