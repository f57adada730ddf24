import { actionPayoffs } from '../game/action-payoffs.js';
import { checkProfile } from '../game/check-profile.js';
import type { Game } from '../game/game.js';
import type { Matrix } from '../game/matrix.js';
import type { Profile, Strategy } from '../game/strategy.js';
import { transposed } from '../game/make-game.js';

/**
 * How each player's actions would redeem the neighbours: the fall of their weighted regrets for each unit of probability,
 *
 * -∂/∂x_i(a) Σ_j w_j regret_j = Σ_j w_j (Σ_b x_j(b) A_ji[b][a] - A_ji[b*_j][a]), b*_j the best answer of j, the first of several.
 *
 * Together with the own payoffs, w_i u_i(a), it is the steepest descent of Σ w_j regret_j in the strategies. With
 * w_j = -F'(η_j) / span_j it is that of the total energy Σ F(η_j) of players whose η is 1 - regret / span.
 *
 * @param weights w_j, one for each player; all 1 by default
 * @returns for each player a number for each action
 * @throws `INPUT_INVALID` for a profile that does not fit the game
 */
export function redemption(
  game: Game,
  profile: Profile,
  weights: readonly number[] = game.players.map(() => 1),
): readonly (readonly number[])[] {
  const best = actionPayoffs(game, checkProfile(game, profile)).map((payoffs) => payoffs.indexOf(Math.max(...payoffs)));
  const relief = game.actions.map((count) => new Array<number>(count).fill(0));
  for (const { first, second, row, column } of game.pairs) {
    addRelief(relief[second]!, row, profile[first]!, best[first]!, weights[first]!);
    addRelief(relief[first]!, transposed(column), profile[second]!, best[second]!, weights[second]!);
  }
  return relief;
}

/** Adds what the other end's actions do for the player whose payoffs these are, [own action][other's action]. */
function addRelief(relief: number[], payoffs: Matrix, strategy: Strategy, best: number, weight: number): void {
  for (let a = 0; a < relief.length; a++) {
    let sum = relief[a]!;
    for (let b = 0; b < strategy.length; b++) sum += weight * strategy[b]! * (payoffs[b]![a]! - payoffs[best]![a]!);
    relief[a] = sum;
  }
}
