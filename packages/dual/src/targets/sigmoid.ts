import { neededNumber, number, type Options } from '@cfc/core';
import type { TargetRule } from './rule.js';

export const sigmoidFields = {
  min: neededNumber('the target that it comes down to'),
  max: neededNumber('the target that it begins with'),
  gamma: number(0.01, 'steepness, for each step', { above: 0 }),
  t0: neededNumber('step at which half of the way is done'),
};

/**
 * Curriculum that tightens: c(t) = min + (max - min) / (1 + exp(γ (t - t0))).
 *
 * Options: `min`, `max`, `t0` needed; `gamma` > 0 (0.01). With `min` above `max` it rises, for constraints `atLeast`.
 */
export function sigmoid({ min, max, gamma, t0 }: Options<typeof sigmoidFields>): TargetRule {
  return {
    at: (step) => min + (max - min) / (1 + Math.exp(gamma * (step - t0))),
    observe() {},
    state: () => null,
  };
}
