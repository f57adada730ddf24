import { CfcError } from '@cfc/core';
import { actionPayoffs } from '../game/action-payoffs.js';
import { checkProfile } from '../game/check-profile.js';
import type { Game } from '../game/game.js';
import { type Profile, uniformStrategy } from '../game/strategy.js';
import type { Learned, Learner } from './learner.js';

/** A game that is played again and again. Plain data. */
export interface Play {
  /** Rounds played so far. */
  readonly round: number;
  /** The learners' states, one for each player. */
  readonly states: readonly Learned[];
  /** What is played next. */
  readonly profile: Profile;
  /** The mean of what was played; the start before the first round. */
  readonly average: Profile;
  /** Σ over rounds of the expected payoff of each player. */
  readonly earned: readonly number[];
  /** Σ over rounds of what each action of each player would have earned. */
  readonly offered: readonly (readonly number[])[];
}

/**
 * The play before its first round.
 *
 * @param learners one for each player
 * @param start what is played in the first round; every action alike by default
 * @throws `INPUT_INVALID` for a start that does not fit the game, or learners too many or too few
 */
export function beginPlay(
  game: Game,
  learners: readonly Learner[],
  start: Profile = game.actions.map(uniformStrategy),
): Play {
  checkProfile(game, start, 'beginPlay.start');
  if (learners.length !== game.players.length) {
    const what = `${learners.length} learners for ${game.players.length} players`;
    throw new CfcError('INPUT_INVALID', what, 'beginPlay.learners', 'Give one for each player.');
  }
  const states = start.map((strategy, player) => learners[player]!.init(strategy));
  const profile = states.map(({ strategy }) => strategy);
  const nothing = game.actions.map((count) => new Array<number>(count).fill(0));
  return { round: 0, states, profile, average: profile, earned: game.players.map(() => 0), offered: nothing };
}

/**
 * Plays one round: all see what their actions would have earned against the profile, and learn from it at once.
 *
 * @param weights how much the round counts for each player's learning; 1 by default
 * @returns the play after the round
 */
export function nextRound(game: Game, learners: readonly Learner[], play: Play, weights?: readonly number[]): Play {
  const { profile } = play;
  const payoffs = actionPayoffs(game, profile);
  const states = play.states.map((state, player) => {
    const unit = game.spans[player]! > 0 ? game.spans[player]! : 1;
    const seen = payoffs[player]!.map((payoff) => payoff / unit);
    return learners[player]!.step(state, seen, weights?.[player] ?? 1);
  });
  const round = play.round + 1;
  return {
    round,
    states,
    profile: states.map(({ strategy }) => strategy),
    average: play.average.map((mean, player) => mean.map((m, a) => m + (profile[player]![a]! - m) / round)),
    earned: play.earned.map((sum, player) =>
      payoffs[player]!.reduce((total, payoff, a) => total + profile[player]![a]! * payoff, sum),
    ),
    offered: play.offered.map((sums, player) => sums.map((sum, a) => sum + payoffs[player]![a]!)),
  };
}

/**
 * Each player's average regret, in units of payoff: how much the best single action in hindsight would have earned more in each
 * round, (max_a Σ_t u_t(a) - Σ_t ū_t) / T. It may be below 0; 0 before the first round. Players without it are "no-regret".
 *
 * In a zero-sum game of two the sum of both bounds how far the average play is from an equilibrium: it is its duality gap.
 */
export const averageRegrets = ({ round, earned, offered }: Play): readonly number[] =>
  earned.map((sum, player) => (round === 0 ? 0 : (Math.max(...offered[player]!) - sum) / round));
