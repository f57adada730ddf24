import { CfcError, type Given, choice, fill, number, numbers } from '@cfc/core';
import { CAP, type RatioStatus, VANISHING, gradientRatio, isMeasured } from './gradient-ratio.js';
import { type MovingAverage, averageOf, averaged, noAverage } from './moving-average.js';
import { reasonOf } from './ratio-reason.js';
import type { GradientSummary } from './summary.js';

const fields = {
  ratio: choice('sqrtParameters', ['sqrtParameters', 'perParameter', 'perLayerType'], 'how gradients are compared'),
  threshold: number(0.1, 'smallest ratio that passes', { min: 0 }),
  thresholds: numbers('the same for single blueprints, in place of the common one', { min: 0 }),
  cap: number(CAP, 'largest ratio', { above: 0 }),
  vanishing: number(VANISHING, 'norm below which the gradient of a host gives no scale', { min: 0 }),
  decay: number(0.9, 'weight of the past in the moving average of the ratio; 0: the last ratio', { min: 0, below: 1 }),
};

/** The options of `gradientRatioGate`. */
export type RatioGateOptions = Given<typeof fields>;

/** What a gate decided about a seed at one step. */
export interface RatioDecision {
  readonly blueprint: string;
  /** Of this step, in [0, cap]. */
  readonly ratio: number;
  readonly status: RatioStatus;
  /** The moving average of the ratios that were measured; 0 where none was. */
  readonly average: number;
  /** What the average is compared with. */
  readonly threshold: number;
  readonly pass: boolean;
  /** A sentence. */
  readonly reason: string;
}

/** A gate that seeds pass whose gradient keeps up with their host's. States are plain data, one for each seed. */
export interface RatioGate {
  /** The threshold of a blueprint. */
  thresholdOf(blueprint: string): number;
  init(): MovingAverage;
  decide(
    seed: GradientSummary,
    host: GradientSummary,
    state: MovingAverage,
  ): { readonly decision: RatioDecision; readonly state: MovingAverage };
}

/**
 * A gate that lets a seed pass where the moving average of its gradient ratio is above 0 and not below a threshold.
 *
 * A step without a ratio (see `gradientRatio`) does not pass and leaves the average as it is.
 *
 * Options: `ratio` (sqrtParameters), `threshold` >= 0 (0.1), `thresholds` by blueprint (none), `cap` > 0 (10), `vanishing` >= 0 (1e-8),
 * `decay` in [0, 1) (0.9). Throws `OPTION_UNKNOWN`, `OPTION_INVALID`; also for a threshold above the cap, which nothing could pass.
 * Source: ticket B3-DRL-14 and the program that it is about (G2 gate), whose numbers the defaults are.
 *
 * @example
 * const gate = gradientRatioGate({ ratio: 'perLayerType', threshold: 0.5 });
 */
export function gradientRatioGate(given: RatioGateOptions = {}): RatioGate {
  const where = 'gradientRatioGate';
  const options = fill(fields, given, where);
  const thresholds = new Map(Object.entries(options.thresholds));
  const thresholdOf = (blueprint: string): number => thresholds.get(blueprint) ?? options.threshold;
  for (const threshold of [options.threshold, ...thresholds.values()]) {
    if (threshold <= options.cap) continue;
    const fix = 'Give a threshold that a ratio can reach.';
    throw new CfcError('OPTION_INVALID', `the threshold ${threshold} is above the cap ${options.cap}`, where, fix);
  }
  return Object.freeze<RatioGate>({
    thresholdOf,
    init: () => noAverage,
    decide(seed, host, state) {
      const { ratio, status } = gradientRatio(seed, host, options);
      const next = isMeasured(status) ? averaged(state, ratio, options.decay) : state;
      const average = averageOf(next);
      const threshold = thresholdOf(seed.blueprint);
      const pass = isMeasured(status) && average > 0 && average >= threshold;
      const reason = reasonOf(status, average, threshold);
      return { decision: { blueprint: seed.blueprint, ratio, status, average, threshold, pass, reason }, state: next };
    },
  });
}
