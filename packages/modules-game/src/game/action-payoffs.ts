import type { Game } from './game.js';
import type { Profile } from './strategy.js';

/**
 * What each action would earn each player while the others play the profile: u_i(a) = Σ over neighbours j of Σ_b A_ij[a][b] x_j(b).
 *
 * @param profile a strategy for each player, checked before (`checkProfile`)
 * @returns for each player a payoff for each action
 */
export function actionPayoffs(game: Game, profile: Profile): readonly (readonly number[])[] {
  const payoffs = game.actions.map((count) => new Array<number>(count).fill(0));
  for (const { first, second, row, column } of game.pairs) {
    const [x, y] = [profile[first]!, profile[second]!];
    const [forFirst, forSecond] = [payoffs[first]!, payoffs[second]!];
    for (let i = 0; i < x.length; i++) {
      let sum = 0;
      for (let j = 0; j < y.length; j++) {
        sum += row[i]![j]! * y[j]!;
        forSecond[j] = forSecond[j]! + column[i]![j]! * x[i]!;
      }
      forFirst[i] = forFirst[i]! + sum;
    }
  }
  return payoffs;
}
