import { defineExperiment } from '../experiment.js';
import {
  type LearningCell,
  type Played,
  type PrototypeCell,
  influences,
  interests,
  rules,
  structures,
} from './cell.js';
import { claimsOf } from './claims.js';
import { figureOf } from './figure.js';
import { learn } from './learn.js';
import { prototypePlays } from './prototype.js';
import { tableOf } from './table.js';

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, seed) => seed);

/** Whether players who only lower their own regret come to Nash play, and what gates and couplings of their η add. */
export const emergentNash = defineExperiment<LearningCell | PrototypeCell, Played>({
  name: 'emergent-nash',
  title: 'Emergent Nash play',
  question:
    'Every player is a module with η = 1 - normalised regret and F = (1 - η)² + (1 - η)⁴, and learns by replicator steps (0.5 per span), optimistic multiplicative weights (1 per span) or regret matching. Random games of two players (2 and 4 actions) and of twelve on a ring and on a Barabási-Albert graph (3 actions) are played for 1000 rounds from random starts: alone, and with η acting on who learns (a gate that opens where the own energy falls, one with couplings to the neighbours, as many gates by lot) or on what is learnt (payoffs by the slope of the own energy, descent of the total energy). Does the Nash gap, the largest normalised regret of what is played, settle: stay at or below 0.01 for at least the last 100 rounds?',
  cells(scope) {
    const [some, count, plays] = scope === 'quick' ? [['4 x 4', 'ring'] as const, 5, 20] : [structures, 20, 100];
    const learning = seeds(count).flatMap((seed) =>
      some.flatMap((structure) =>
        interests.flatMap((interest) =>
          rules.map((rule) => ({ kind: 'learning', structure, interests: interest, rule, seed }) as const),
        ),
      ),
    );
    return [...seeds(plays).map((seed) => ({ kind: 'prototype', seed }) as const), ...learning];
  },
  measure(cell) {
    return cell.kind === 'prototype'
      ? prototypePlays(cell.seed)
      : influences.map((influence) => learn(cell, influence));
  },
  conclude: (plays) => ({ claims: claimsOf(plays), table: tableOf(plays), figure: figureOf(plays) }),
});
