import { readFileSync } from 'node:fs';
import { uniform } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import {
  type Game,
  type Learner,
  type Play,
  type Profile,
  averageRegrets,
  beginPlay,
  multiplicativeWeights,
  nashGap,
  nextRound,
  polymatrix,
  regretMatching,
  replicator,
  securityLevels,
  symmetricGame,
  zeroSum,
} from '../../src/index.js';
import { known, knownGames } from '../known-games.js';
import { equilibriaOf } from '../support-enumeration.js';

const learners: Readonly<Record<string, Learner>> = {
  replicator: replicator({ rate: 0.2 }),
  weights: multiplicativeWeights(),
  optimistic: multiplicativeWeights({ rate: 0.2, decreasing: false, optimistic: true }),
  matching: regretMatching(),
  'matching plus': regretMatching({ plus: true }),
};

function played(game: Game, learner: Learner, rounds: number, start?: Profile): Play {
  const each = game.players.map(() => learner);
  let play = beginPlay(game, each, start);
  for (let k = 0; k < rounds; k++) play = nextRound(game, each, play);
  return play;
}

/** A profile inside the simplex, drawn. */
const drawn = (game: Game, seed: number): Profile =>
  game.actions.map((count, player) => {
    const weights = Array.from({ length: count }, (_, a) => 0.1 + uniform(seed, player, a));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });

describe('equilibria of the textbook games', () => {
  test("everybody defects in the prisoner's dilemma, whatever is learnt by and wherever it begins", () => {
    const game = known("prisoner's dilemma");
    for (const [name, learner] of Object.entries(learners)) {
      for (const seed of [1, 2, 3]) {
        const { profile } = played(game, learner, 1000, drawn(game, seed));
        expect(nashGap(game, profile).normalised, name).toBeLessThan(1e-3);
        for (const strategy of profile) expect(strategy[1], name).toBeGreaterThan(0.99);
      }
    }
  });

  test('the stag hunt ends at the equilibrium in whose basin it begins', () => {
    const game = known('stag hunt');
    for (const [name, learner] of Object.entries(learners)) {
      for (const [stag, ends] of [
        [0.8, 1],
        [0.5, 0],
      ] as const) {
        const start = [stag, 1 - stag];
        const { profile } = played(game, learner, 2000, [start, start]);
        for (const strategy of profile) expect(strategy[0], name).toBeCloseTo(ends, 2);
      }
    }
  });

  test('coordination finds a pure equilibrium from a random start', () => {
    for (const name of ['battle of the sexes', 'chicken']) {
      const { game, equilibria } = knownGames.find((one) => one.name === name)!;
      const pure = equilibria.filter(([x]) => x!.includes(1));
      for (const [learner, rule] of Object.entries(learners)) {
        const { profile } = played(game, rule, 3000, drawn(game, 4));
        const off = pure.map((one) =>
          Math.max(...one.flatMap((x, i) => x.map((p, a) => Math.abs(p - profile[i]![a]!)))),
        );
        expect(Math.min(...off), `${learner} in ${name}`).toBeLessThan(1e-2);
      }
    }
  });

  test('averages of matching pennies and of rock, paper, scissors approach the mixed equilibrium', () => {
    for (const name of ['matching pennies', 'rock, paper, scissors']) {
      const { game, equilibria } = knownGames.find((one) => one.name === name)!;
      for (const rule of ['weights', 'optimistic', 'matching', 'matching plus']) {
        const { average } = played(game, learners[rule]!, 4000, drawn(game, 5));
        equilibria[0]!.forEach((strategy, player) =>
          strategy.forEach((share, a) =>
            expect(Math.abs(average[player]![a]! - share), `${rule} in ${name}`).toBeLessThan(0.03),
          ),
        );
      }
    }
  });
});

describe('what is played last in a zero-sum game', () => {
  const start: Profile = [
    [0.6, 0.4],
    [0.45, 0.55],
  ];
  const gapAfter = (learner: Learner, rounds: number): number =>
    nashGap(known('matching pennies'), played(known('matching pennies'), learner, rounds, start).profile).max;

  test('converges under optimistic weights of a constant rate', () => {
    const learner = multiplicativeWeights({ rate: 1, decreasing: false, optimistic: true });
    const gaps = [50, 200, 800].map((rounds) => gapAfter(learner, rounds));
    expect(gaps[1]).toBeLessThan(gaps[0]! / 10);
    expect(gaps[2]).toBeLessThan(1e-9);
  });

  test('spirals outward under the replicator and under plain weights of a constant rate', () => {
    const plain = multiplicativeWeights({ rate: 0.2, decreasing: false });
    for (const learner of [learners['replicator']!, plain]) {
      expect(gapAfter(learner, 0)).toBeCloseTo(0.18, 12);
      // The largest gap within about two turns grows.
      const turns = [0, 1000].map((from) =>
        Math.max(...Array.from({ length: 12 }, (_, k) => gapAfter(learner, from + 20 * k))),
      );
      expect(turns[1]).toBeGreaterThan(turns[0]!);
      expect(turns[1]).toBeGreaterThan(0.5);
    }
  });
});

describe('zero-sum games of random payoffs', () => {
  interface Solved {
    readonly row: readonly (readonly number[])[];
    readonly value: number;
  }
  const file = new URL('../fixtures/values.json', import.meta.url);
  const { games } = JSON.parse(readFileSync(file, 'utf8')) as { games: readonly Solved[] };

  test('have the values of linear programming by support enumeration too', () => {
    for (const { row, value } of games) {
      const found = equilibriaOf(
        row,
        row.map((line) => line.map((p) => -p)),
      );
      expect(found.length).toBeGreaterThan(0);
      for (const one of found) expect(one.value).toBeCloseTo(value, 9);
    }
  });

  test.each(['weights', 'matching', 'matching plus', 'optimistic'])(
    'averages of %s close in on the value from both sides, as far as the regrets say',
    (rule) => {
      for (const { row, value } of games) {
        const game = zeroSum(row);
        const play = played(game, learners[rule]!, 3000);
        const [low, high] = securityLevels(game, play.average) as [number, number];
        expect(low).toBeLessThanOrEqual(value + 1e-9);
        expect(-high).toBeGreaterThanOrEqual(value - 1e-9);
        const width = -high - low;
        expect(width / game.spans[0]!).toBeLessThan(0.05);
        const regret = averageRegrets(play).reduce((sum, one) => sum + one, 0);
        expect(width).toBeCloseTo(regret, 9);
        expect(nashGap(game, play.average).sum).toBeCloseTo(regret, 9);
      }
    },
  );
});

test('averages of a zero-sum game on a ring approach an equilibrium, as in a game of two', () => {
  // Cai and Daskalakis, SODA (2011): no-regret play of pairwise zero-sum games.
  const names = ['a', 'b', 'c', 'd', 'e'];
  const game = polymatrix({
    players: Object.fromEntries(names.map((name) => [name, 3])),
    edges: names.map((name, e) => {
      const row = [0, 1, 2].map((i) => [0, 1, 2].map((j) => 2 * uniform(e, i, j) - 1));
      return {
        between: [name, names[(e + 1) % names.length]!] as const,
        row,
        column: row.map((line) => line.map((p) => -p)),
      };
    }),
  });
  const gaps = [100, 10_000].map((rounds) => nashGap(game, played(game, learners['matching']!, rounds).average));
  expect(gaps[1]!.normalised).toBeLessThan(0.01);
  expect(gaps[1]!.sum).toBeLessThan(gaps[0]!.sum / 5);
});

describe('a play', () => {
  const game = symmetricGame({ T: 5, R: 3, P: 1, S: 0 });

  test('counts by hand in its first round', () => {
    const start: Profile = [
      [0.5, 0.5],
      [1, 0],
    ];
    const each = [replicator({ rate: 0.5 }), replicator({ rate: 0.5 })];
    const begun = beginPlay(game, each, start);
    expect(averageRegrets(begun)).toEqual([0, 0]);
    const play = nextRound(game, each, begun);
    expect(play.round).toBe(1);
    expect(play.average).toEqual(start);
    expect(play.offered).toEqual([
      [3, 5],
      [1.5, 3],
    ]);
    expect(play.earned).toEqual([4, 1.5]);
    expect(averageRegrets(play)).toEqual([1, 1.5]);
    // Payoffs in spans of 5: 0.6 and 1, mean 0.8; the column player's second action is not played and stays so.
    expect(play.profile[0]![1]).toBeCloseTo(0.5 * (1 + 0.5 * 0.2), 14);
    expect(play.profile[1]).toEqual([1, 0]);
  });

  test.each(Object.entries(learners))(
    'of %s goes on from JSON with the same bits, and changes nothing it was given',
    (_name, learner) => {
      const rps = known('rock, paper, scissors');
      const each = [learner, learner];
      const half = frozen(played(rps, learner, 30, drawn(rps, 7)));
      const text = JSON.stringify(half);
      let [whole, resumed] = [half, JSON.parse(text) as Play];
      for (let k = 0; k < 30; k++) {
        whole = frozen(nextRound(rps, each, whole));
        resumed = nextRound(rps, each, resumed);
      }
      expect(resumed).toEqual(whole);
      expect(JSON.stringify(half)).toBe(text);
    },
  );

  test('learns nothing in a round that does not count, and twice as much from a weight of 2', () => {
    const each = [learners['replicator']!, learners['replicator']!];
    const begun = beginPlay(game, each, drawn(game, 1));
    expect(nextRound(game, each, begun, [0, 0]).profile).toEqual(begun.profile);
    const faster = [replicator({ rate: 0.4 }), replicator({ rate: 0.4 })];
    expect(nextRound(game, each, begun, [2, 2]).profile).toEqual(nextRound(game, faster, begun).profile);
    for (const rule of ['matching', 'optimistic']) {
      const two = [learners[rule]!, learners[rule]!];
      const at = beginPlay(game, two, drawn(game, 1));
      expect(nextRound(game, two, at, [0, 0]).profile[0]![0]).toBeCloseTo(at.profile[0]![0]!, 14);
    }
  });

  test('of players whose payoffs are all alike stands still', () => {
    const flat = zeroSum([
      [2, 2],
      [2, 2],
    ]);
    for (const [name, learner] of Object.entries(learners)) {
      const start = drawn(flat, 2);
      played(flat, learner, 20, start).profile.forEach((strategy, player) =>
        strategy.forEach((share, a) => expect(share, name).toBeCloseTo(start[player]![a]!, 12)),
      );
    }
  });
});

test('options out of range are refused when a learner is made', () => {
  for (const rate of [0, -1, NaN]) expect(() => multiplicativeWeights({ rate })).toThrow('OPTION_INVALID');
  expect(() => multiplicativeWeights({ optimistic: 1 as never })).toThrow('OPTION_INVALID');
  expect(() => multiplicativeWeights({ decreasing: 'no' as never })).toThrow('OPTION_INVALID');
  expect(() => regretMatching({ plus: 1 as never })).toThrow('OPTION_INVALID');
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
