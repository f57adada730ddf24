import { CfcError, defineModule, describe } from '@cfc/core';
import { type Strategy, checkStrategy } from '../game/strategy.js';
import { normalisedRegret } from '../regret/normalised-regret.js';
import { regret } from '../regret/regret.js';
import { coefficients, regretEnergy } from './regret-energy.js';

/** What a player sees of a game, whoever the others are. */
export interface RegretInput {
  /** What each action would earn against what the others play; at least one. */
  readonly payoffs: readonly number[];
  /** The player's own strategy. */
  readonly strategy: Strategy;
  /** Largest minus smallest payoff that the player can get, >= 0: the unit of the regret. */
  readonly span: number;
}

/**
 * A player of any game, who knows only what its own actions would earn: η = 1 - regret / span,
 * F = alpha (1 - η)² + beta (1 - η)⁴. One for each player of a polymatrix game; `playerInputs` gives what they read.
 *
 * Input `{ payoffs, strategy, span }`. Options: `alpha` >= 0 (1), `beta` >= 0 (1). Reading throws `INPUT_INVALID`.
 *
 * @example
 * const player = regretModule({ beta: 0 });
 */
export const regretModule = defineModule({
  name: 'RegretModule',
  meaning:
    'a player of any game, η = 1 - normalised regret: alpha (1 - η)² + beta (1 - η)⁴; its input is { payoffs, strategy, span }',
  options: coefficients,
  eta(input: RegretInput) {
    const { payoffs, strategy, span } = checkInput(input);
    return 1 - normalisedRegret(regret(strategy, payoffs), span);
  },
  ...regretEnergy,
});

function checkInput(input: unknown): RegretInput {
  const { payoffs, strategy, span } = (input ?? {}) as Partial<Record<keyof RegretInput, unknown>>;
  if (!Array.isArray(payoffs) || payoffs.length === 0) {
    const fix = 'Give a list of numbers, one for each action.';
    throw new CfcError('INPUT_INVALID', `the payoffs are ${describe(payoffs)}`, '.payoffs', fix);
  }
  payoffs.forEach((payoff: unknown, action) => finite(payoff, `.payoffs[${action}]`));
  if (finite(span, '.span') < 0) {
    throw new CfcError('INPUT_INVALID', `the span is ${describe(span)}`, '.span', 'Give a number >= 0.');
  }
  return {
    payoffs: payoffs as readonly number[],
    strategy: checkStrategy(strategy, payoffs.length, '.strategy'),
    span: span as number,
  };
}

function finite(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new CfcError('INPUT_INVALID', `${describe(value)} is not a finite number`, where, 'Give a finite number.');
}
