import { integer } from '@cfc/core';
import type { Basis } from '../bases/basis.js';
import { series } from '../series/series.js';
import { checkDetermined } from './checks.js';
import { type Fit, type FitOptions, fitOptions, fitted } from './fit.js';
import { completed, unknowns } from './law.js';
import { linearised } from './linearised.js';
import { type Trajectory, segmentsOf } from './segments.js';

/** How trajectories are fitted. */
export interface TrajectoryOptions extends FitOptions {
  /** Runge-Kutta steps from one reading to the next, 4 by default. */
  readonly steps?: number;
  /** Gauss-Newton iterations at most, 50 by default. */
  readonly iterations?: number;
}

/** A fit to trajectories. */
export interface TrajectoryFit extends Fit {
  /** Iterations that made it better. */
  readonly iterations: number;
  /** False where the iterations ran out while the fit was still getting better. */
  readonly converged: boolean;
}

const fields = {
  steps: integer(4, 'Runge-Kutta steps between two readings', { min: 1 }),
  iterations: integer(50, 'Gauss-Newton iterations', { min: 1 }),
};

/**
 * Fits the law of trajectories: from each reading the differential equation is solved to the next one, and the mean over all
 * segments of ((reading - solution) / time)², plus ridge Σ_k c_k², is made least by Gauss-Newton iterations from c = 0. The
 * first of these is the fit to forward differences; the last has no error from the spacing of the readings but that of the
 * Runge-Kutta steps. An iteration that makes it worse is halved until it does not. Residuals are rates.
 *
 * Readings are taken as exact starts: noise in them biases the law, as in any fit with noise in its places.
 *
 * @param options.law `direct` by default: dη/dt = Σ c_k φ_k; or `gradient`: dη/dt = -dF/dη
 * @param options.ridge >= 0, 0 by default
 * @throws `INPUT_INVALID` for η outside of [0, 1], times that do not rise, too few segments; `OPTION_INVALID`
 *
 * Sources: N. Wildt et al., arXiv:2511.15619 (2025); U. Ascher, L. Petzold, Computer Methods for Ordinary Differential
 * Equations (1998), chapter 7, for multiple shooting.
 */
export function fitTrajectories(
  basis: Basis,
  trajectories: readonly Trajectory[],
  options: TrajectoryOptions = {},
): TrajectoryFit {
  const settings = fitOptions(options, 'fitTrajectories');
  const steps = fields.steps.check(options.steps ?? 4, 'fitTrajectories.steps');
  const most = fields.iterations.check(options.iterations ?? 50, 'fitTrajectories.iterations');
  const segments = trajectories.flatMap(segmentsOf);
  checkDetermined(
    settings,
    basis,
    segments.map(({ from }) => from),
  );
  const flow = { law: settings.law, basis };
  const around = (coefficients: Float64Array) => linearised(flow, coefficients, segments, { steps, ...settings });

  let found = new Float64Array(unknowns(settings.law, basis));
  let here = around(found);
  for (let k = 1; ; k++) {
    const fit = fitted(basis, here.rows, here.data, settings);
    const next = Float64Array.from(fit.series.coefficients.slice(-found.length));
    let there = around(next);
    for (let half = 0; half < HALVINGS && !(there.loss < here.loss); half++) {
      next.forEach((value, j) => (next[j] = (value + found[j]!) / 2));
      there = around(next);
    }
    const converged = !(there.loss < here.loss);
    if (converged || k > most) {
      return { ...fit, series: series(basis, completed(settings.law, found)), iterations: k - 1, converged };
    }
    [found, here] = [next, there];
  }
}

/** So many make a step of Gauss and Newton that lowers nothing a matter of rounding: it leads downhill. */
const HALVINGS = 30;
