import { number } from '@cfc/core';
import type { Learned, Learner } from './learner.js';
import { replicatorStep } from './replicator-step.js';

const rates = number(0.1, 'length of a step', { above: 0, max: 1 });

/**
 * Learns by the replicator dynamics: shares grow by what they earn above the mean, `replicatorStep` with rate · weight.
 *
 * For a rate h <= 1/2 the average regret after T rounds is at most ln(1 / x₀(a)) / (h T) + h, in spans, for every action a. In
 * self-play it may cycle for ever: in zero-sum games it spirals away from mixed equilibria.
 *
 * @param options.rate h > 0 and <= 1, per span; 0.1 by default. Up to 1 no step leaves the simplex (at weights up to 1).
 * @throws `OPTION_INVALID` for a rate out of range
 */
export function replicator(options: { readonly rate?: number } = {}): Learner {
  const rate = rates.check(options.rate ?? rates.fallback, 'replicator.rate');
  return Object.freeze<Learner>({
    init: (strategy) => ({ strategy }),
    step: ({ strategy }: Learned, payoffs, weight) => ({ strategy: replicatorStep(strategy, payoffs, rate * weight) }),
  });
}
