import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Learner,
  type Strategy,
  multiplicativeWeights,
  regretMatching,
  replicator,
  uniformStrategy,
} from '../../src/index.js';

/** Payoffs in [0, 1] of a round, which may depend on what is about to be played. */
type World = (round: number, strategy: Strategy) => readonly number[];

/** Average regret after so many rounds against a world: of the best action in hindsight. */
function regretAgainst(learner: Learner, start: Strategy, world: World, rounds: number): number {
  let state = learner.init(start);
  let earned = 0;
  const offered = start.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    const payoffs = world(round, state.strategy);
    payoffs.forEach((payoff, a) => {
      earned += state.strategy[a]! * payoff;
      offered[a]! += payoff;
    });
    state = learner.step(state, payoffs, 1);
  }
  return (Math.max(...offered) - earned) / rounds;
}

/** Pays only the action that is played least. */
const spiteful: World = (_round, strategy) => {
  const least = strategy.indexOf(Math.min(...strategy));
  return strategy.map((_, a) => (a === least ? 1 : 0));
};

const c = 1.5;
const h = 0.05;
/** Learners with the bounds that their documentation states, for a uniform start. */
const learners: readonly (readonly [string, Learner, (n: number, rounds: number) => number])[] = [
  [
    'multiplicative weights',
    multiplicativeWeights({ rate: c }),
    (n, rounds) => (Math.log(n) / c + c / 4) / Math.sqrt(rounds),
  ],
  ['regret matching', regretMatching(), (n, rounds) => Math.sqrt(n / rounds)],
  ['regret matching plus', regretMatching({ plus: true }), (n, rounds) => Math.sqrt(n / rounds)],
  ['the replicator', replicator({ rate: h }), (n, rounds) => Math.log(n) / (h * rounds) + h],
];

describe.each(learners)('%s', (_name, learner, bound) => {
  test('keeps its bound in every random world', () => {
    const world = fc.integer({ min: 1, max: 5 }).chain((n) => {
      const payoff = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
      return fc.array(fc.array(payoff, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 60 });
    });
    fc.assert(
      fc.property(world, (payoffs) => {
        const n = payoffs[0]!.length;
        const regret = regretAgainst(learner, uniformStrategy(n), (round) => payoffs[round]!, payoffs.length);
        expect(regret).toBeLessThanOrEqual(bound(n, payoffs.length) + 1e-12);
      }),
      { seed: 1 },
    );
  });

  test('keeps it in a world that pays only the action played least', () => {
    for (const n of [2, 3, 7]) {
      for (const rounds of [10, 100, 1000]) {
        expect(regretAgainst(learner, uniformStrategy(n), spiteful, rounds)).toBeLessThanOrEqual(bound(n, rounds));
      }
    }
  });
});

test('the bound of multiplicative weights counts how little the start plays the best action', () => {
  const start = [0.999, 0.001];
  const world: World = () => [0, 1];
  for (const rounds of [10, 100, 1000]) {
    const regret = regretAgainst(multiplicativeWeights({ rate: c }), start, world, rounds);
    expect(regret).toBeLessThanOrEqual((Math.log(1000) / c + c / 4) / Math.sqrt(rounds));
    expect(regret).toBeGreaterThan(Math.log(2) / c / Math.sqrt(rounds) / 10);
  }
});

test('average regrets fall like the root of the number of rounds', () => {
  const rounds = [100, 400, 1600, 6400];
  // A coin for each action: whoever guesses cannot do better than the root.
  const coins: World = (round, strategy) =>
    strategy.map((_, a) => (Math.imul(round + 1, 0x9e3779b1 + a * 0x7f4a7c16) >>> 30) & 1);
  const tuned = (of: number): Learner => replicator({ rate: Math.sqrt(Math.log(3) / of) });
  const falls = [
    () => multiplicativeWeights({ rate: c }),
    () => regretMatching(),
    () => regretMatching({ plus: true }),
    tuned,
  ];
  for (const make of falls) {
    for (const world of [spiteful, coins]) {
      const scaled = rounds.map((T) => Math.sqrt(T) * regretAgainst(make(T), uniformStrategy(3), world, T));
      for (const one of scaled) expect(one).toBeLessThanOrEqual(2 * Math.sqrt(3));
    }
  }
});

test('a constant rate is no regret of its own: it stays, where a decreasing one lets it vanish', () => {
  const [constant, decreasing] = [false, true].map((one) =>
    regretAgainst(multiplicativeWeights({ rate: 1, decreasing: one }), [0.5, 0.5], spiteful, 20_000),
  ) as [number, number];
  expect(constant).toBeGreaterThan(0.05);
  expect(decreasing).toBeLessThan(0.01);
});
