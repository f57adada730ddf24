import {
  type Game,
  type Learner,
  actionPayoffs,
  multiplicativeWeights,
  nashGap,
  normalisedRegret,
  regret,
  regretMatching,
  replicator,
} from '@cfc/modules-game';
import { type Influence, type LearningCell, type Played, ROUNDS, type Rule } from './cell.js';
import { gapsOf } from './gaps.js';
import { influenceOf } from './influence.js';
import { randomGame, randomStart } from './random-game.js';

const learners: Readonly<Record<Rule, Learner>> = {
  replicator: replicator({ rate: 0.5 }),
  'optimistic weights': multiplicativeWeights({ rate: 1, decreasing: false, optimistic: true }),
  'regret matching': regretMatching(),
};

/** One play of a random game. */
export function learn({ structure, interests, rule, seed }: LearningCell, influence: Influence): Played {
  const game = randomGame(structure, interests, seed);
  const learner = learners[rule];
  const learnt = influenceOf(influence, game, seed);
  let states = randomStart(game, seed).map((start) => learner.init(start));
  let average = states.map(({ strategy }) => strategy);
  const gaps: number[] = [];
  const openings = { opened: 0, good: 0, bad: 0 };
  let before: { open: readonly boolean[]; regrets: readonly number[] } | null = null;
  for (let round = 1; round <= ROUNDS; round++) {
    const profile = states.map(({ strategy }) => strategy);
    average = average.map((mean, player) => mean.map((m, a) => m + (profile[player]![a]! - m) / round));
    const { payoffs, regrets } = inSpans(game, profile);
    gaps.push(Math.max(...regrets));
    if (before !== null) count(openings, before, regrets);
    const eta = Float64Array.from(regrets, (one) => 1 - one);
    const { open, payoffs: lesson } = learnt({ round, profile, eta, payoffs });
    states = states.map((state, player) => learner.step(state, lesson[player]!, open[player] === true ? 1 : 0));
    before = { open, regrets };
  }
  return {
    structure,
    interests,
    rule,
    influence,
    seed,
    ...gapsOf(gaps),
    averageGap: nashGap(game, average).normalised,
    opened: openings.opened / ((ROUNDS - 1) * game.players.length),
    goodBad: (openings.good + 1) / (openings.bad + 1),
  };
}

function inSpans(game: Game, profile: readonly (readonly number[])[]) {
  const raw = actionPayoffs(game, profile);
  const payoffs = raw.map((each, player) => each.map((payoff) => payoff / game.spans[player]!));
  return { payoffs, regrets: payoffs.map((each, player) => normalisedRegret(regret(profile[player]!, each), 1)) };
}

/** Counts the openings of a round by whether the player's regret, and so its energy, fell. */
function count(
  openings: { opened: number; good: number; bad: number },
  before: { readonly open: readonly boolean[]; readonly regrets: readonly number[] },
  regrets: readonly number[],
): void {
  before.open.forEach((open, player) => {
    if (!open) return;
    openings.opened++;
    if (regrets[player]! < before.regrets[player]!) openings.good++;
    else openings.bad++;
  });
}
