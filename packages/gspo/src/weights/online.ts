import { balanceReward } from '../environment/balancing.js';
import type { Environment } from '../environment/environment.js';
import type { WeightCoder } from './coder.js';

/** Terms and their ratios, as they were seen during a run. */
export interface Sight {
  readonly terms: readonly string[];
  readonly ratios: readonly number[];
}

/**
 * The only reward that is known during a run: how near multipliers are to those that balance the ratios, term by term. The tasks
 * are what was seen; there are none to draw.
 */
export const online = ({ promptOf, levels }: WeightCoder): Environment<Sight> => ({
  tasks: () => [],
  prompt: ({ terms, ratios }) => promptOf(terms, ratios),
  judge: ({ ratios }, answers) => answers.map((answer) => balanceReward(ratios, answer, levels)),
});
