import { CfcError, defineModule, describe, number } from '@cfc/core';
import { symmetricGame } from '../game/symmetric-game.js';
import { normalisedRegrets } from '../regret/regrets.js';
import { coefficients, regretEnergy } from './regret-energy.js';

/** The play of a symmetric 2 x 2 game. */
export interface NashInput {
  /** Probability that the row player, whose η is read, takes action 1 (defects). */
  readonly pRow: number;
  /** Probability that the column player takes action 1. */
  readonly pCol: number;
}

/**
 * A player of a symmetric 2 x 2 game: η = 1 - regret / (largest - smallest payoff), F = alpha (1 - η)² + beta (1 - η)⁴.
 *
 * Input `{ pRow, pCol }`, probabilities of action 1; the regret is the row player's, against row = [[R, S], [T, P]].
 *
 * Options: `T` (5), `R` (3), `P` (1), `S` (0), any finite payoffs; `alpha` >= 0 (1), `beta` >= 0 (1). The payoffs act when η
 * is read, not in the energy. Reading throws `INPUT_INVALID`. Source: the Complexity from Constraints prototype.
 *
 * @example
 * const player = nashModule({ T: 3, R: 4, P: 2, S: 0 }); // a stag hunt
 */
export const nashModule = defineModule({
  name: 'NashModule',
  meaning:
    'a player of a symmetric 2 x 2 game, η = 1 - normalised regret: alpha (1 - η)² + beta (1 - η)⁴; its input is { pRow, pCol }',
  options: {
    T: number(5, 'payoff for defecting where the other cooperates'),
    R: number(3, 'payoff for cooperating together'),
    P: number(1, 'payoff for defecting together'),
    S: number(0, 'payoff for cooperating where the other defects'),
    ...coefficients,
  },
  eta(input: NashInput, payoffs) {
    const [p, q] = [probability(input, 'pRow'), probability(input, 'pCol')];
    const [row] = normalisedRegrets(symmetricGame(payoffs), [
      [1 - p, p],
      [1 - q, q],
    ]);
    return 1 - row!;
  },
  ...regretEnergy,
});

function probability(input: unknown, name: keyof NashInput): number {
  const given = (input as Partial<Record<string, unknown>> | null | undefined)?.[name];
  if (typeof given === 'number' && given >= 0 && given <= 1) return given;
  throw new CfcError(
    'INPUT_INVALID',
    `the probability is ${describe(given)}`,
    `.${name}`,
    'Give { pRow, pCol }: numbers in [0, 1].',
  );
}
