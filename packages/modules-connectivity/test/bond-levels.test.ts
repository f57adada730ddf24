import { uniform } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bondLevels, openingOrder } from '../src/bond-levels.js';

test('the level of bond k is uniform(seed, 0, k)', () => {
  expect([...bondLevels(4, 9)]).toEqual([0, 1, 2, 3].map((bond) => uniform(9, 0, bond)));
});

test('bonds open in the order of their levels, each once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.nat(), (count, seed) => {
      const levels = bondLevels(count, seed);
      const sorted = [...levels.keys()].sort((i, j) => levels[i]! - levels[j]!);
      expect([...openingOrder(count, seed)]).toEqual(sorted);
    }),
    { seed: 1 },
  );
});

test('every order of four bonds comes up as often as any other', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 24_000; seed++) {
    const order = openingOrder(4, seed).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chi).toBeLessThan(49.7); // the 99.9% quantile of chi squared with 23 degrees of freedom
});
