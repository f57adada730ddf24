import { uniform } from '@cfc/core';
import { type Game, type Play, beginPlay, nextRound, regretMatching } from '@cfc/modules-game';
import { CHANNELS, type Field, costOf, gameOf } from './stations.js';

const ROUNDS = 200;
const learner = regretMatching({ plus: true });

/** Rounds of play, in which each station only learns from what its own channels would have cost it. */
export function* rounds(game: Game, players: number, seed: number): Generator<Play> {
  const learners = Array.from({ length: players }, () => learner);
  const start = learners.map((_, i) => {
    const drawn = Array.from({ length: CHANNELS }, (_, c) => uniform(seed, i, c));
    const sum = drawn.reduce((a, b) => a + b, 0);
    return drawn.map((value) => value / sum);
  });
  let play = beginPlay(game, learners, start);
  for (let k = 0; k < ROUNDS; k++) yield (play = nextRound(game, learners, play));
}

/** The mean cost of the second half of the play, where each also minds `care` times what it inflicts. */
export function costOfPlay(field: Field, care: number, seed: number): number {
  const selfish = gameOf(field);
  let total = 0;
  let round = 0;
  for (const { profile } of rounds(gameOf(field, care), field.stations.length, seed)) {
    if (round++ >= ROUNDS / 2) total += costOf(selfish, profile);
  }
  return total / (ROUNDS / 2);
}
