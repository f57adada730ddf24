import type { Game } from '../game/game.js';
import type { Profile } from '../game/strategy.js';
import { normalisedRegrets, regrets } from './regrets.js';

/** How far a profile is from a Nash equilibrium; all are 0 at one, and only there. */
export interface NashGap {
  /** The largest regret: the profile is an ε-equilibrium for ε = max. */
  readonly max: number;
  /** The sum of all regrets; the duality gap in a zero-sum game of two. */
  readonly sum: number;
  /** The largest regret as a share of its player's span, in [0, 1]. */
  readonly normalised: number;
}

/**
 * The Nash gap of a profile, from the regrets of all players.
 *
 * @throws `INPUT_INVALID` for a profile that does not fit the game
 */
export function nashGap(game: Game, profile: Profile): NashGap {
  const each = regrets(game, profile);
  return {
    max: Math.max(...each),
    sum: each.reduce((sum, regret) => sum + regret, 0),
    normalised: Math.max(...normalisedRegrets(game, profile)),
  };
}
