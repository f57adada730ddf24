import { defineModule, number } from '@cfc/core';
import { attentionOrder } from './attention-order.js';
import { attention } from './attention.js';
import type { AttentionInput } from './configuration.js';

/**
 * How decided attention is: F = alpha (1 - η)² + beta (1 - η)⁴, least where each query attends to one key.
 *
 * Input: what `attention` takes, `{ queries, keys, temperature?, before?, after?, mask? }`; η is 1 less the mean normalised
 * entropy of the weights, see `attentionOrder`. Reading costs O(n² d), O(n w d) in windows of w keys. The form of F is that of
 * the other modules which are at rest when ordered, so that weights mean the same: alpha is its stiffness at η = 1, beta
 * adds to it far from there.
 *
 * Options: `alpha` >= 0 (1), `beta` >= 0 (1). Reading throws as `attention` does.
 * Source: the Complexity from Constraints prototype names energy-regularised attention; η and F are this package's.
 *
 * @example
 * const head = attentionModule({ alpha: 0.5 });
 */
export const attentionModule = defineModule({
  name: 'AttentionModule',
  meaning:
    'how decided attention is: alpha (1 - η)² + beta (1 - η)⁴; its input is { queries, keys, temperature?, before?, after?, mask? }',
  options: {
    alpha: number(1, 'coefficient of (1 - η)²', { min: 0 }),
    beta: number(1, 'coefficient of (1 - η)⁴', { min: 0 }),
  },
  eta: (input: AttentionInput) => attentionOrder(attention(input)),
  energy: (eta, { alpha, beta }) => (1 - eta) ** 2 * (alpha + beta * (1 - eta) ** 2),
  slope: (eta, { alpha, beta }) => -2 * (1 - eta) * (alpha + 2 * beta * (1 - eta) ** 2),
  curvature: (eta, { alpha, beta }) => 2 * alpha + 12 * beta * (1 - eta) ** 2,
  bend: (_eta, { alpha, beta }) => 2 * alpha + 12 * beta,
  difference(from, to, { alpha, beta }) {
    const [before, after] = [1 - from, 1 - to];
    return (from - to) * (before + after) * (alpha + beta * (before * before + after * after));
  },
});
