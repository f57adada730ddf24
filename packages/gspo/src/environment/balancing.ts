import { fill, type Given, integer, number, uniforms } from '@cfc/core';
import type { Levels } from '../tokens/levels.js';
import type { Environment, Reward } from './environment.js';

const fields = {
  terms: integer(5, 'terms of a task', { min: 1 }),
  spread: number(1.2, 'ratios are drawn from e^-spread to e^spread, evenly in their logarithm', { above: 0 }),
  seed: integer(0, 'of the tasks', { min: 0 }),
};

/** Gradient norms of the terms over their target: > 0, one for each. */
export type Ratios = readonly number[];

/** The weight that brings a term's gradient norm to its target, inside the range of the levels: clip(1 / ratio). */
export const balanced = (ratio: number, { count, valueOf }: Levels): number =>
  Math.min(valueOf(count - 1), Math.max(valueOf(0), 1 / ratio));

/** Mean distance of weights from the balanced ones. */
export const balanceError = (ratios: Ratios, weights: readonly number[], levels: Levels): number =>
  ratios.reduce((sum, ratio, t) => sum + Math.abs(weights[t]! - balanced(ratio, levels)), 0) / ratios.length;

/** Minus the distance of the weights of an answer from the balanced ones, term by term and on average. */
export function balanceReward(ratios: Ratios, answer: readonly number[], levels: Levels): Reward {
  const tokens = answer.map((level, t) => -Math.abs(levels.valueOf(level) - balanced(ratios[t]!, levels)));
  return { total: tokens.reduce((sum, one) => sum + one, 0) / tokens.length, tokens };
}

/**
 * The prototype's reward: minus the distance from the weights that would balance the gradient norms, term by term. It is the
 * distance to a closed form, so that a policy can at best copy that formula: good for trying a trainer, and for nothing else.
 *
 * Options: `terms` >= 1 (5), `spread` > 0 (1.2), `seed` (0).
 *
 * @param shown levels that ratios are shown by
 * @param levels levels of the weights
 */
export function balancing(shown: Levels, levels: Levels, options?: Given<typeof fields>): Environment<Ratios> {
  const { terms, spread, seed } = fill(fields, options, 'balancing');
  return Object.freeze({
    tasks(update: number, count: number) {
      const draw = uniforms(seed, update);
      const ratio = (k: number): number => Math.exp(spread * (2 * draw(k) - 1));
      return Array.from({ length: count }, (_, p) => Array.from({ length: terms }, (_, t) => ratio(p * terms + t)));
    },
    prompt: (ratios: Ratios) => ratios.map((ratio) => [shown.levelOf(ratio)]),
    judge: (ratios: Ratios, answers: readonly (readonly number[])[]) =>
      answers.map((answer) => balanceReward(ratios, answer, levels)),
  });
}
