import { uniform } from '@cfc/core';
import { type Profile, actionPayoffs, nashGap, replicatorStep, symmetricGame } from '@cfc/modules-game';
import { type Played, ROUNDS } from './cell.js';
import { gapsOf } from './gaps.js';

const DILEMMA = symmetricGame({ T: 5, R: 3, P: 1, S: 0 });
const RATE = 0.05;

/**
 * The script experiments/emergent_nash_learning of the prototype: replicator steps in the prisoner's dilemma from random starts. It
 * hands the column player u(a) = Σ_i x(i) A[i][a] of the row player's payoffs A; in a symmetric game it is Σ_i x(i) A[a][i].
 */
export const prototypePlays = (seed: number): readonly Played[] =>
  (['own payoffs', 'payoffs of the script'] as const).map((influence) => {
    const gaps: number[] = [];
    const start = [0, 1].map((player) => uniform(seed, 1, player));
    let profile: Profile = start.map((defects) => [1 - defects, defects]);
    for (let round = 1; round < ROUNDS; round++) {
      gaps.push(nashGap(DILEMMA, profile).normalised);
      const [forRow, forColumn] = actionPayoffs(DILEMMA, profile) as [readonly number[], readonly number[]];
      const lesson = influence === 'own payoffs' ? forColumn : rowsPayoffs(profile[0]!);
      profile = [replicatorStep(profile[0]!, forRow, RATE), replicatorStep(profile[1]!, lesson, RATE)];
    }
    gaps.push(nashGap(DILEMMA, profile).normalised);
    return {
      structure: 'prototype',
      interests: "prisoner's dilemma",
      rule: 'replicator',
      influence,
      seed,
      ...gapsOf(gaps),
      averageGap: null,
      opened: null,
      goodBad: null,
    };
  });

const rowsPayoffs = (row: readonly number[]): readonly number[] =>
  [0, 1].map((action) => row.reduce((sum, share, i) => sum + share * DILEMMA.pairs[0]!.row[i]![action]!, 0));
