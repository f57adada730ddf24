import { actionPayoffs } from '../game/action-payoffs.js';
import { checkProfile } from '../game/check-profile.js';
import type { Game } from '../game/game.js';
import type { Profile } from '../game/strategy.js';

/**
 * The actions of each player that earn most against the others' strategies, ties included.
 *
 * @param tolerance payoff by which an action may fall short of the best and still count, >= 0; 1e-9 by default, because ties of
 * mixed equilibria are exact only up to rounding
 * @throws `INPUT_INVALID` for a profile that does not fit the game
 */
export function bestResponses(game: Game, profile: Profile, tolerance = 1e-9): readonly (readonly number[])[] {
  return actionPayoffs(game, checkProfile(game, profile)).map((payoffs) => {
    const least = Math.max(...payoffs) - tolerance;
    return payoffs.flatMap((payoff, action) => (payoff >= least ? [action] : []));
  });
}
