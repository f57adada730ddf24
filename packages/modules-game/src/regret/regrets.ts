import { actionPayoffs } from '../game/action-payoffs.js';
import { checkProfile } from '../game/check-profile.js';
import type { Game } from '../game/game.js';
import type { Profile } from '../game/strategy.js';
import { normalisedRegret } from './normalised-regret.js';
import { regret } from './regret.js';

/**
 * Each player's regret, in units of payoff: how much the best answer to the others would earn more. All are 0 exactly at a
 * Nash equilibrium.
 *
 * @throws `INPUT_INVALID` for a profile that does not fit the game
 */
export function regrets(game: Game, profile: Profile): readonly number[] {
  return actionPayoffs(game, checkProfile(game, profile)).map((payoffs, player) => regret(profile[player]!, payoffs));
}

/** Each player's regret as a share of its span, in [0, 1]. Throws as `regrets` does. */
export const normalisedRegrets = (game: Game, profile: Profile): readonly number[] =>
  regrets(game, profile).map((regret, player) => normalisedRegret(regret, game.spans[player]!));
