import { bimatrix } from './bimatrix.js';
import type { Game } from './game.js';

/** Payoffs of a symmetric game of two actions, by the letters of the prisoner's dilemma. */
export interface SymmetricPayoffs {
  /** Temptation: for defecting where the other cooperates. */
  readonly T: number;
  /** Reward: for cooperating together. */
  readonly R: number;
  /** Punishment: for defecting together. */
  readonly P: number;
  /** Sucker's payoff: for cooperating where the other defects. */
  readonly S: number;
}

/**
 * A symmetric 2 x 2 game: action 0 cooperates, action 1 defects, row = [[R, S], [T, P]] and column its transpose.
 *
 * T > R > P > S is a prisoner's dilemma, R > T >= P > S a stag hunt, T > R > S > P the game of chicken.
 *
 * @throws `INPUT_INVALID` for a payoff that is not finite
 */
export const symmetricGame = ({ T, R, P, S }: SymmetricPayoffs): Game<'row' | 'column'> =>
  bimatrix({
    row: [
      [R, S],
      [T, P],
    ],
    column: [
      [R, T],
      [S, P],
    ],
  });
