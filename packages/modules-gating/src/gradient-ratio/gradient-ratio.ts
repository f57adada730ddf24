import { counted } from './magnitude.js';
import { type RatioName, hasVanished, ratios } from './ratios.js';
import type { GradientSummary, LayerGradient } from './summary.js';

/** What a ratio is worth: measured, or why there is none. */
export type RatioStatus =
  'measured' | 'capped' | 'seedVanished' | 'seedEmpty' | 'seedInvalid' | 'hostEmpty' | 'hostInvalid' | 'hostVanished';

/** The ratio of the norms of a seed's and its host's gradients. */
export interface GradientRatio {
  /** In [0, cap]; 0 where there is none. */
  readonly ratio: number;
  readonly status: RatioStatus;
}

/** How a ratio is taken. */
export interface RatioOptions {
  /** sqrtParameters by default. */
  readonly ratio?: RatioName;
  /** Largest ratio, > 0; 10 by default. */
  readonly cap?: number;
  /** Norm below which a host's gradient gives no scale, >= 0; 1e-8 by default. */
  readonly vanishing?: number;
}

export const CAP = 10;
export const VANISHING = 1e-8;

/**
 * The gradient of a seed in relation to that of its host: how large a parameter's gradient is there and here.
 *
 * Never NaN and never infinite, whatever the numbers are:
 * - `seedEmpty`, `hostEmpty`: no layer has parameters; 0. A seed without parameters has nothing to train.
 * - `seedInvalid`, `hostInvalid`: a norm or sum is negative or not finite; 0. A gradient that exploded is no activity.
 * - `hostVanished`: the host's norm lies below `vanishing`; 0, since there is no scale.
 * - `seedVanished`: the quotient is 0. `capped`: it is above `cap`.
 *
 * Where several hold, the seed's come first. A layer whose count is no number of at least 1 is left out.
 */
export function gradientRatio(
  seed: GradientSummary,
  host: GradientSummary,
  { ratio: name = 'sqrtParameters', cap = CAP, vanishing = VANISHING }: RatioOptions = {},
): GradientRatio {
  const [of, to] = [counted(seed.layers), counted(host.layers)];
  if (of.length === 0) return { ratio: 0, status: 'seedEmpty' };
  if (!of.every(valid)) return { ratio: 0, status: 'seedInvalid' };
  if (to.length === 0) return { ratio: 0, status: 'hostEmpty' };
  if (!to.every(valid)) return { ratio: 0, status: 'hostInvalid' };
  if (hasVanished(to, vanishing)) return { ratio: 0, status: 'hostVanished' };
  const ratio = ratios[name](of, to, vanishing);
  if (ratio > cap) return { ratio: cap, status: 'capped' };
  return { ratio, status: ratio === 0 ? 'seedVanished' : 'measured' };
}

/** Whether a seed's gradient was in fact compared with its host's. */
export const isMeasured = (status: RatioStatus): boolean =>
  status === 'measured' || status === 'capped' || status === 'seedVanished';

const valid = ({ norm, sumAbs }: LayerGradient): boolean =>
  norm >= 0 && norm < Infinity && sumAbs >= 0 && sumAbs < Infinity;
