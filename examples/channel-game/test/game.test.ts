import { checkCoupling } from '@cfc/core/testing';
import { bestResponses, nashGap } from '@cfc/modules-game';
import { expect, test } from 'vitest';
import { conflict, coordinate } from '../src/coordinate.js';
import { rounds } from '../src/play.js';
import { CHANNELS, costOf, field, gameOf, optimum, pure } from '../src/stations.js';

test('the coupling is what it says', () => {
  checkCoupling(conflict, { options: [{}, { weight: 3 }] });
});

test('the optimum is the least of all choices', () => {
  const one = field(3, 6);
  const costs = Array.from({ length: CHANNELS ** 6 }, (_, code) =>
    costOf(gameOf(one), pure(one.stations.map((_s, k) => Math.floor(code / CHANNELS ** k) % CHANNELS))),
  );
  expect(optimum(one).cost).toBeCloseTo(Math.min(...costs), 9);
});

test('coordination ends near the optimum, and never below it', () => {
  const one = field(3);
  const least = optimum(one).cost;
  for (const { cost } of coordinate(one, 4)) {
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
  const first = [...rounds(gameOf(field(1)), 18, 7)].at(-1)!.profile;
  expect([...rounds(gameOf(field(1)), 18, 7)].at(-1)!.profile).toEqual(first);
});
