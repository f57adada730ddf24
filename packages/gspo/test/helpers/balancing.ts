import { balanceError, balancing, gru, levels, trainer, vocabulary } from '../../src/index.js';
import type { TrainerSettings } from '../../src/trainer/options.js';

export const shown = levels({ lowest: 0, highest: 4 });
export const weights = levels();
export const tokens = vocabulary(weights.count);

/** Tasks that no training of a seed below 1000 sees. */
export const heldOut = balancing(shown, weights, { seed: 1000 }).tasks(0, 100);

/** A trainer of the prototype's task. */
export function balancer(options: Partial<TrainerSettings> = {}, hidden = 8, terms = 5) {
  const environment = balancing(shown, weights, { seed: options.seed ?? 0, terms });
  return trainer(gru({ vocabulary: tokens.size, hidden }), tokens, environment, options);
}

/** Mean weight error of the likeliest answers to the tasks held out. */
export function heldOutError({ decode }: ReturnType<typeof balancer>, state: { parameters: Float64Array }): number {
  const answers = decode(state, heldOut);
  const errors = heldOut.map((ratios, k) => balanceError(ratios, answers[k]!.map(weights.valueOf), weights));
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}
