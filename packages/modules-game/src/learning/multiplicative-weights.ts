import { flag, number } from '@cfc/core';
import type { Strategy } from '../game/strategy.js';
import type { Learned, Learner } from './learner.js';

const fields = {
  rate: number(2, 'how sharply payoffs are followed', { above: 0 }),
  decreasing: flag(true, 'divide the rate by the root of the number of rounds'),
  optimistic: flag(false, 'count the last round twice'),
};

/** The state of multiplicative weights. */
export interface WeightsState extends Learned {
  readonly start: Strategy;
  /** Σ over rounds of weight · payoff, for each action. */
  readonly scores: readonly number[];
  readonly rounds: number;
}

/**
 * Learns by multiplicative weights (Hedge): x(a) ∝ start(a) · exp(rate_t Σ u(a)), the sum over all rounds so far.
 *
 * Optimistic: the last round counts twice, as a guess of the next; with a small constant rate self-play of zero-sum games then
 * converges itself, not only on average. With rate_t = c / √t the average regret after T rounds is at most
 * (ln(1 / start(a)) / c + c / 4) / √T in spans, whatever the others do, for every action a (not optimistic, weights of 1).
 *
 * @param options.rate c > 0 per span, 2 by default
 * @param options.decreasing rate_t = rate / √t, true by default; else rate_t = rate
 * @param options.optimistic false by default
 * @throws `OPTION_INVALID` for an option out of range
 *
 * Sources: Cesa-Bianchi and Lugosi, Prediction, Learning, and Games (2006), ch. 2; Rakhlin and Sridharan, NeurIPS 26 (2013);
 * Daskalakis and Panageas, ITCS (2019) 27:1.
 */
export function multiplicativeWeights(
  options: { readonly rate?: number; readonly decreasing?: boolean; readonly optimistic?: boolean } = {},
): Learner<WeightsState> {
  const where = 'multiplicativeWeights';
  const rate = fields.rate.check(options.rate ?? fields.rate.fallback, `${where}.rate`);
  const decreasing = fields.decreasing.check(options.decreasing ?? fields.decreasing.fallback, `${where}.decreasing`);
  const optimistic = fields.optimistic.check(options.optimistic ?? fields.optimistic.fallback, `${where}.optimistic`);
  return Object.freeze<Learner<WeightsState>>({
    init: (start) => ({ start, strategy: start, scores: start.map(() => 0), rounds: 0 }),
    step(state, payoffs, weight) {
      const rounds = state.rounds + 1;
      const scores = state.scores.map((score, action) => score + weight * payoffs[action]!);
      const ahead = optimistic ? scores.map((score, action) => score + weight * payoffs[action]!) : scores;
      // The strategy of round t = rounds + 1 rests on `rounds` rounds.
      const now = decreasing ? rate / Math.sqrt(rounds) : rate;
      return { start: state.start, strategy: tilted(state.start, ahead, now), scores, rounds };
    },
  });
}

/** start(a) · exp(rate · score(a)), rescaled to add up to 1; the largest exponent is 0, so that nothing overflows. */
function tilted(start: Strategy, scores: readonly number[], rate: number): Strategy {
  const most = Math.max(...scores.filter((_, action) => start[action]! > 0));
  const weights = start.map((share, action) => (share > 0 ? share * Math.exp(rate * (scores[action]! - most)) : 0));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
