import { CfcError, describe } from '@cfc/core';
import type { Game } from './game.js';
import { type Profile, checkStrategy } from './strategy.js';

/**
 * Checks that a profile holds a strategy for each player of the game.
 *
 * @throws `INPUT_INVALID` for no list, a strategy too many or too few, or one that is no distribution
 */
export function checkProfile(game: Game, profile: unknown, where = 'profile'): Profile {
  const { players, actions } = game;
  const fix = `Give a list of strategies, one for each of ${players.join(', ')}.`;
  if (!Array.isArray(profile)) {
    throw new CfcError('INPUT_INVALID', `the profile is ${describe(profile)}`, where, fix);
  }
  if (profile.length !== players.length) {
    throw new CfcError('INPUT_INVALID', `${profile.length} strategies for ${players.length} players`, where, fix);
  }
  players.forEach((_, player) => checkStrategy(profile[player], actions[player]!, `${where}[${player}]`));
  return profile as Profile;
}
