import { flag } from '@cfc/core';
import type { Strategy } from '../game/strategy.js';
import type { Learned, Learner } from './learner.js';

const cut = flag(false, 'forget regrets below 0 after each round');

/** The state of regret matching. */
export interface RegretState extends Learned {
  readonly start: Strategy;
  /** Σ over rounds of weight · (u(a) - ū), for each action. */
  readonly regrets: readonly number[];
}

/**
 * Learns by regret matching: x(a) ∝ max(0, Σ over rounds of u(a) - ū); where no regret is above 0 the start strategy is played.
 *
 * After T rounds the average regret is at most √(n / T) in spans, n the number of actions, whatever the others do (weights of
 * 1). It has no rate to be chosen.
 *
 * @param options.plus regret matching plus: sums below 0 are set to 0 after each round; false by default
 * @throws `OPTION_INVALID` for a `plus` that is not true or false
 *
 * Sources: Hart and Mas-Colell, Econometrica 68 (2000) 1127; Tammelin, arXiv:1407.5042 (2014).
 */
export function regretMatching(options: { readonly plus?: boolean } = {}): Learner<RegretState> {
  const plus = cut.check(options.plus ?? cut.fallback, 'regretMatching.plus');
  return Object.freeze<Learner<RegretState>>({
    init: (start) => ({ start, strategy: start, regrets: start.map(() => 0) }),
    step({ start, strategy, regrets }, payoffs, weight) {
      const mean = strategy.reduce((sum, share, action) => sum + share * payoffs[action]!, 0);
      const summed = regrets.map((regret, action) => regret + weight * (payoffs[action]! - mean));
      const kept = plus ? summed.map((regret) => Math.max(0, regret)) : summed;
      return { start, strategy: matched(kept, start), regrets: kept };
    },
  });
}

/** The positive parts, rescaled to add up to 1. */
function matched(regrets: readonly number[], start: Strategy): Strategy {
  const sum = regrets.reduce((total, regret) => total + Math.max(0, regret), 0);
  return sum > 0 ? regrets.map((regret) => Math.max(0, regret) / sum) : start;
}
