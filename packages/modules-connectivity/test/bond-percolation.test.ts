import { uniform } from '@cfc/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bondPercolation, largestComponentFraction, readGraph } from '../src/index.js';
import { mean, pairsOf, sizesBySearch } from './by-search.js';

const grid = fc.record({
  width: fc.integer({ min: 1, max: 12 }),
  height: fc.integer({ min: 1, max: 12 }),
  periodic: fc.boolean(),
  shortcuts: fc.constantFrom(0, 0.1, 0.5),
  seed: fc.nat(),
});
const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe('the components', () => {
  test('are those that a search finds among the bonds whose number lies below p, and the shortcuts', () => {
    fc.assert(
      fc.property(grid, probability, (given, open) => {
        const { nodes, bonds, shortcuts } = readGraph(given);
        const opened = pairsOf(bonds).filter((_, bond) => uniform(given.seed, 0, bond) < open);
        const sizes = sizesBySearch(nodes, [...opened, ...pairsOf(shortcuts)]);
        const found = bondPercolation({ ...given, open });
        expect(found).toEqual({ nodes, sizes: Int32Array.from(sizes) });
        expect(largestComponentFraction({ ...given, open })).toBe(sizes[0]! / nodes);
      }),
      { seed: 1 },
    );
  });

  test('grow with the probability: what one joins, a larger one does not part', () => {
    fc.assert(
      fc.property(grid, probability, probability, (given, p, q) => {
        const eta = (open: number): number => largestComponentFraction({ ...given, open });
        expect(eta(Math.max(p, q))).toBeGreaterThanOrEqual(eta(Math.min(p, q)));
      }),
      { seed: 2 },
    );
  });

  test('are single nodes at probability 0 and one at 1', () => {
    expect(bondPercolation({ width: 3, height: 2, open: 0 }).sizes).toEqual(Int32Array.of(1, 1, 1, 1, 1, 1));
    expect(bondPercolation({ width: 3, height: 2, open: 1 }).sizes).toEqual(Int32Array.of(6));
    expect(bondPercolation({ nodes: 4, edges: [[0, 3]] }).sizes).toEqual(Int32Array.of(2, 1, 1));
    expect(bondPercolation({ nodes: 1, edges: [] }).sizes).toEqual(Int32Array.of(1));
  });

  test('are the same for pairs and for flat lists of any type', () => {
    const edges = [
      [0, 1],
      [4, 4],
      [1, 2],
      [2, 1],
      [3, 4],
    ] as const;
    const given = { nodes: 6, open: 0.6, seed: 4 };
    const found = bondPercolation({ ...given, edges });
    for (const List of [Int32Array, Uint16Array, Float64Array]) {
      expect(bondPercolation({ ...given, edges: List.from(edges.flat()) })).toEqual(found);
    }
  });
});

describe('against what is known', () => {
  test('clusters for each node of the square lattice at p = 1/2: (3√3 - 5) / 2 (Temperley and Lieb 1971)', () => {
    const counts = Array.from({ length: 12 }, (_, seed) => {
      const { nodes, sizes } = bondPercolation({ width: 300, height: 300, periodic: true, open: 0.5, seed });
      return sizes.length / nodes;
    });
    // On a torus of N nodes 0.884 / N more (Ziff, Finch and Adamchik 1997).
    const exact = (3 * Math.sqrt(3) - 5) / 2 + 0.884 / 90_000;
    const deviation = Math.sqrt(mean(counts.map((count) => (count - mean(counts)) ** 2)) / 11);
    expect(deviation).toBeLessThan(6e-4);
    expect(Math.abs(mean(counts) - exact)).toBeLessThan(3 * deviation);
  });

  test('the giant component of a random graph of mean degree c: η = 1 - e^{-cη} (Erdős and Rényi 1960)', () => {
    const nodes = 40_000;
    for (const [degree, giant] of [
      [0.5, 0],
      [1.5, 0.5828],
      [2, 0.7968],
      [3, 0.9405],
    ] as const) {
      const ends = Int32Array.from({ length: degree * nodes }, (_, k) => Math.floor(nodes * uniform(7, degree, k)));
      expect(Math.abs(largestComponentFraction({ nodes, edges: ends }) - giant)).toBeLessThan(0.01);
    }
  });
});

describe('a grid', () => {
  test('has a bond to the right and one below from every node, on a torus around its ends too', () => {
    const given = { width: 3, height: 2, periodic: false };
    const free = pairsOf(readGraph(given).bonds);
    expect(free).toEqual([
      [0, 1],
      [0, 3],
      [1, 2],
      [1, 4],
      [2, 5],
      [3, 4],
      [4, 5],
    ]);
    const torus = pairsOf(readGraph({ ...given, periodic: true }).bonds);
    expect(torus).toHaveLength(12);
    expect(torus[5]).toEqual([2, 5]);
    expect(torus[4]).toEqual([2, 0]);
    expect(torus[9]).toEqual([4, 1]);
  });

  test('has as many shortcuts as its density says, between two nodes each, uniform among all pairs', () => {
    const { shortcuts } = readGraph({ width: 3, height: 2, shortcuts: 2500, seed: 5 });
    const pairs = pairsOf(shortcuts);
    expect(pairs).toHaveLength(15_000);
    const counts = new Map<string, number>();
    for (const [i, j] of pairs) {
      expect(i).not.toBe(j);
      const name = [i, j].sort().join();
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBe(15);
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chi).toBeLessThan(36.12); // the 99.9% quantile of chi squared with 14 degrees of freedom
  });

  test('keeps its first shortcuts when more are asked for', () => {
    const given = { width: 10, height: 10, seed: 3 };
    const few = readGraph({ ...given, shortcuts: 0.05 }).shortcuts;
    expect(few).toHaveLength(10);
    expect(readGraph({ ...given, shortcuts: 0.2 }).shortcuts.slice(0, 10)).toEqual(few);
    expect(readGraph({ width: 1, height: 1, shortcuts: 1 }).shortcuts).toHaveLength(0);
  });
});
