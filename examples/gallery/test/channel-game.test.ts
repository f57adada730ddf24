import { bestResponses, nashGap } from '@cfc/modules-game';
import { expect, test } from 'vitest';
import { coordinate, costOfChoice, field, gameOf, optimum, pure, rounds } from '../src/channel-game.js';

test('the optimum is the least of all choices', () => {
  const one = field(3, 6);
  const choices = Array.from({ length: 3 ** 6 }, (_, code) =>
    one.stations.map((_s, k) => Math.floor(code / 3 ** k) % 3),
  );
  const { choice, cost } = optimum(one);
  expect(cost).toBeCloseTo(Math.min(...choices.map((all) => costOfChoice(one, all))), 9);
  expect(costOfChoice(one, choice)).toBeCloseTo(cost, 9);
});

test('coordination ends near the optimum, and never below it', () => {
  const one = field(3);
  const least = optimum(one).cost;
  for (const seed of [0, 1, 2, 3]) {
    const cost = costOfChoice(one, coordinate(one, seed).choice);
    expect(cost).toBeGreaterThan(least - 1e-9);
    expect(cost).toBeLessThan(1.5 * least);
  }
});

test('where all mind others as themselves, the optimum is an equilibrium', () => {
  const one = field(4);
  const profile = pure(optimum(one).choice);
  expect(nashGap(gameOf(one, 1), profile).max).toBeLessThan(1e-9);
  expect(bestResponses(gameOf(one, 1), profile)).toHaveLength(one.stations.length);
});

test('play is repeatable', () => {
  const last = (): unknown => [...rounds(field(1), 7)].at(-1)!.profile;
  expect(last()).toEqual(last());
});
