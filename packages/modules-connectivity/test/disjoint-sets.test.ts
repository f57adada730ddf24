import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disjointSets, rootOf, unite } from '../src/index.js';
import { sizesBySearch } from './by-search.js';

test('sets are those that a search finds, whatever is united in whatever order', () => {
  const pair = fc.tuple(fc.nat({ max: 29 }), fc.nat({ max: 29 }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 60 }), (pairs) => {
      const sets = disjointSets(30);
      for (const [i, j] of pairs) {
        const size = unite(sets, i, j);
        expect(rootOf(sets, i)).toBe(rootOf(sets, j));
        expect(size).toBe(-sets[rootOf(sets, i)]!);
      }
      const sizes = [...sets].filter((entry) => entry < 0).map((entry) => -entry);
      expect(sizes.sort((a, b) => b - a)).toEqual(sizesBySearch(30, pairs));
    }),
    { seed: 1 },
  );
});

test('the smaller set goes under the larger one, so that no way is longer than log2 of the size', () => {
  const sets = disjointSets(1024);
  for (let step = 1; step < 1024; step *= 2) for (let i = 0; i < 1024; i += 2 * step) unite(sets, i, i + step);
  const depth = (i: number): number => (sets[i]! < 0 ? 0 : 1 + depth(sets[i]!));
  expect(Math.max(...Array.from({ length: 1024 }, (_, i) => depth(i)))).toBeLessThanOrEqual(10);
  expect(unite(sets, 3, 900)).toBe(1024);
});
