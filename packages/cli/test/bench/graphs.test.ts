import { describe, expect, test } from 'vitest';
import { families, type FamilyName, familyNames, LEAST_SIZE } from '../../src/bench/graphs/families.js';

const sizes = [LEAST_SIZE, 10, 11, 25, 100, 333];
const cases = familyNames.flatMap((name) => sizes.map((size) => ({ name, size })));

/** The number of edges of every node. */
function degrees(name: FamilyName, size: number, seed = 1): number[] {
  const { a, b } = families[name](size, seed);
  const count = new Array<number>(size).fill(0);
  for (const end of [...a, ...b]) count[end]!++;
  return count;
}

describe.each(cases)('a graph of $name, $size nodes', ({ name, size }) => {
  const { a, b } = families[name](size, 1);

  test('joins nodes that are there, none to itself, no pair twice', () => {
    expect(a).toHaveLength(b.length);
    const pairs = new Set<string>();
    a.forEach((i, k) => {
      const j = b[k]!;
      expect(i).not.toBe(j);
      for (const end of [i, j]) expect(end >= 0 && end < size).toBe(true);
      pairs.add([i, j].sort((x, y) => x - y).join());
    });
    expect(pairs.size).toBe(a.length);
  });

  test('is the same for the same seed', () => {
    expect(families[name](size, 1)).toEqual({ a, b });
  });
});

test('seeds make other graphs where chance is at work', () => {
  for (const name of ['barabasi-albert', 'erdos-renyi'] as const) {
    expect(families[name](100, 1)).not.toEqual(families[name](100, 2));
  }
});

test('every family has the degrees it is known by', () => {
  expect(degrees('ring', 50)).toEqual(new Array(50).fill(2));
  expect(degrees('star', 50)).toEqual([49, ...new Array<number>(49).fill(1)]);
  expect([...new Set(degrees('grid', 100))].sort()).toEqual([2, 3, 4]);
  expect(degrees('caveman', 100).filter((degree) => degree === 9)).toHaveLength(90);

  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const erdos = Array.from({ length: 20 }, (_, seed) => mean(degrees('erdos-renyi', 1000, seed)));
  expect(mean(erdos)).toBeCloseTo(4, 0);
  const barabasi = degrees('barabasi-albert', 1000);
  expect(mean(barabasi)).toBeCloseTo(4, 1);
  expect(Math.max(...barabasi)).toBeGreaterThan(40);
  expect(Math.min(...barabasi)).toBe(2);
});
