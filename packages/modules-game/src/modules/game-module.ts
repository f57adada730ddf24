import { CfcError, choice, defineModule, describe } from '@cfc/core';
import { type Bimatrix, bimatrix, checkBimatrix } from '../game/bimatrix.js';
import { type Strategy, checkStrategy } from '../game/strategy.js';
import { normalisedRegrets } from '../regret/regrets.js';
import { coefficients, regretEnergy } from './regret-energy.js';

/** A game of two and how it is played. */
export interface GameInput extends Bimatrix {
  /** The row player's strategy. */
  readonly x: Strategy;
  /** The column player's strategy. */
  readonly y: Strategy;
}

/**
 * A game of two of any size: η = 1 - normalised regret, F = alpha (1 - η)² + beta (1 - η)⁴, least at a Nash equilibrium.
 *
 * Input `{ row, column, x, y }`: both players' payoffs, m x n, and their strategies of m and n probabilities.
 *
 * Options: `player`, whose regret is read: row, column, or the larger of both (both); `alpha` >= 0 (1), `beta` >= 0 (1).
 * Reading throws `INPUT_INVALID` with the place in the input.
 *
 * @example
 * const pennies = gameModule({ player: 'row' });
 */
export const gameModule = defineModule({
  name: 'GameModule',
  meaning:
    'a game of two, η = 1 - normalised regret: alpha (1 - η)² + beta (1 - η)⁴; its input is { row, column, x, y }: payoffs and strategies',
  options: {
    player: choice('both', ['both', 'row', 'column'], 'whose regret is read; both: the larger of the two'),
    ...coefficients,
  },
  eta(input: GameInput, { player }) {
    const given: unknown = input;
    if (typeof given !== 'object' || given === null) {
      throw new CfcError('INPUT_INVALID', `the input is ${describe(given)}`, '', 'Give { row, column, x, y }.');
    }
    const payoffs = checkBimatrix(input, '.');
    const x = checkStrategy(input.x, payoffs.row.length, '.x');
    const y = checkStrategy(input.y, payoffs.row[0]!.length, '.y');
    const [row, column] = normalisedRegrets(bimatrix(payoffs), [x, y]) as [number, number];
    return 1 - { both: Math.max(row, column), row, column }[player];
  },
  ...regretEnergy,
});
