import { uniform } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bondPercolation, percolationSweep, readGraph } from '../src/index.js';

const graph = fc.record({
  width: fc.integer({ min: 1, max: 9 }),
  height: fc.integer({ min: 1, max: 9 }),
  periodic: fc.boolean(),
  shortcuts: fc.constantFrom(0, 0.2),
  seed: fc.nat(),
});

test('with n bonds open it is what percolation finds at a probability that opens n bonds', () => {
  fc.assert(
    fc.property(graph, fc.double({ min: 0, max: 1, noNaN: true }), (given, open) => {
      const sweep = percolationSweep(given);
      const { sizes } = bondPercolation({ ...given, open });
      const levels = Array.from({ length: sweep.bonds }, (_, bond) => uniform(given.seed, 0, bond));
      const opened = levels.filter((level) => level < open).length;
      expect(sweep.largest[opened]).toBe(sizes[0]);
      expect(sweep.squares[opened]).toBe(sizes.reduce((sum, size) => sum + size * size, 0));
    }),
    { seed: 1 },
  );
});

test('it begins with the shortcuts alone and ends with one component', () => {
  const given = { width: 20, height: 20, shortcuts: 0.3, seed: 2 };
  const sweep = percolationSweep(given);
  expect(sweep.bonds).toBe(readGraph(given).bonds.length / 2);
  expect(sweep.largest).toHaveLength(sweep.bonds + 1);
  expect(sweep.largest[0]).toBe(bondPercolation({ ...given, open: 0 }).sizes[0]);
  expect(sweep.largest.at(-1)).toBe(400);
  expect(sweep.squares.at(-1)).toBe(160_000);
  expect(sweep.largest.every((size, n) => n === 0 || size >= sweep.largest[n - 1]!)).toBe(true);
});

test('whoever listens hears of every merging, in order', () => {
  fc.assert(
    fc.property(graph, (given) => {
      let [components, squares, last] = [given.width * given.height, given.width * given.height, 0];
      const seen: number[] = [];
      const sweep = percolationSweep(given, (opened, a, b) => {
        expect(opened).toBeGreaterThanOrEqual(last);
        for (; last < opened; last++) seen[last] = squares;
        components--;
        squares += (a + b) ** 2 - a ** 2 - b ** 2;
      });
      for (; last <= sweep.bonds; last++) seen[last] = squares;
      expect(components).toBe(1);
      expect(seen).toEqual([...sweep.squares]);
    }),
    { seed: 2 },
  );
});
