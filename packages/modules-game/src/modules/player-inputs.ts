import { actionPayoffs } from '../game/action-payoffs.js';
import { checkProfile } from '../game/check-profile.js';
import type { Game } from '../game/game.js';
import type { Profile } from '../game/strategy.js';
import type { RegretInput } from './regret-module.js';

/**
 * What the players' modules read, by the players' names: to be handed to `readEta` where each player is a `regretModule`.
 *
 * @throws `INPUT_INVALID` for a profile that does not fit the game
 */
export function playerInputs<Name extends string>(
  game: Game<Name>,
  profile: Profile,
): Readonly<Record<Name, RegretInput>> {
  const payoffs = actionPayoffs(game, checkProfile(game, profile));
  return Object.fromEntries(
    game.players.map((name, player) => [
      name,
      { payoffs: payoffs[player]!, strategy: profile[player]!, span: game.spans[player]! },
    ]),
  ) as Record<Name, RegretInput>;
}
