import { checkProfile } from '../game/check-profile.js';
import type { Game } from '../game/game.js';
import { transposed } from '../game/make-game.js';
import type { Matrix } from '../game/matrix.js';
import type { Profile, Strategy } from '../game/strategy.js';

/**
 * What each player's strategy earns at least, whatever the neighbours play: Σ over neighbours of min_b Σ_a x(a) A[a][b].
 *
 * In a zero-sum game of two the value v lies between: levels[0] <= v <= -levels[1], and the two meet at the equilibria.
 *
 * @throws `INPUT_INVALID` for a profile that does not fit the game
 */
export function securityLevels(game: Game, profile: Profile): readonly number[] {
  checkProfile(game, profile);
  const levels = game.players.map(() => 0);
  for (const { first, second, row, column } of game.pairs) {
    levels[first]! += least(row, profile[first]!);
    levels[second]! += least(transposed(column), profile[second]!);
  }
  return levels;
}

/** The least of the mixed payoffs xᵀA. */
const least = (payoffs: Matrix, strategy: Strategy): number =>
  Math.min(...payoffs[0]!.map((_, b) => payoffs.reduce((sum, row, a) => sum + strategy[a]! * row[b]!, 0)));
