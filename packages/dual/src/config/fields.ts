import { choice, type Field, flag, integer, number } from '@cfc/core';

/** A key of the configuration: the option of the engine that it stands for, and what a value has to be; nested options are checked there. */
export interface Key {
  readonly option: string;
  readonly meaning: string;
  readonly field?: Field<unknown>;
}

const key = (option: string, field: Field<unknown>): Key => ({ option, meaning: field.meaning, field });
const nested = (option: string, meaning: string): Key => ({ option, meaning });

/** Keys that stand under `dual`, for all losses, and in a loss, for it alone. */
export const shared: Readonly<Record<string, Key>> = {
  eta_lambda: key('rate', number(0.01, 'η_λ: rate of the multiplier', { above: 0 })),
  lambda_max: key('max', number(Infinity, 'λ_max: largest multiplier', { above: 0 })),
  deadzone: key('deadzone', number(0, 'ε: violation below which nothing is updated', { min: 0 })),
  ema_alpha: key('ema', number(1, 'weight of the newest violation in the smoothed one; 1: none', { above: 0, max: 1 })),
  leak: key('leak', number(0, 'ρ: share of the multiplier that is forgotten at each step', { min: 0, below: 1 })),
  tolerance: key('tolerance', number(0, 'violation that still counts as satisfied', { min: 0 })),
  restart: key('restart', flag(false, 'λ goes to 0 where the constraint is strictly met')),
  controller: nested('controller', '{type: ascent, nupi or pid, ...}'),
  penalty: nested('penalty', 'coefficient of the augmented Lagrangian, or {type: geometric or adaptive, c, ...}'),
  spike: nested('spike', 'freezes λ when the loss spikes: {window, kappa, hold, ...}'),
  audit: nested('audit', 'pauses λ where it moves together with the ease metric: {window, tau, stat}'),
  stagger: nested('stagger', 'update in turn: {every, offset}'),
};

/** Keys of a loss alone. */
export const own: Readonly<Record<string, Key>> = {
  target: nested('target', 'c: a number, P90 for a percentile of a baseline, or {type, ...}'),
  normalizer: nested('normalizer', 'rank, winsor or none, or {type, ...}'),
  weight: key('weight', number(1, 'factor on what reaches the gradient', { min: 0 })),
  hard: key('hard', flag(false, 'has to be met: no cap, no leak, no budget')),
  sense: key(
    'sense',
    choice('atMost', ['atMost', 'atLeast', 'equal'], 'what the value has to be in relation to its target'),
  ),
  initial: key('initial', number(0, 'multiplier before the first step')),
  slope: nested('slope', 'dx̂/dx in the weight: a number, or normalizer'),
};

/** Keys of `dual` alone that the engine reads as they are. */
export const common: Readonly<Record<string, Key>> = {
  warmup: key('warmup', integer(0, 'steps over which η_λ rises', { min: 0 })),
  order: key(
    'order',
    choice('dualFirst', ['dualFirst', 'simultaneous'], 'whether weights hold the new or the old multipliers'),
  ),
};
