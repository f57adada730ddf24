import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cicyTopology } from '../../../src/index.js';
import { threefolds } from '../../support/cicy.js';

test.each(Object.entries(threefolds))(
  '%s has the Euler number and c₂ of the textbooks',
  (_, { matrix, h11, h21, c2 }) => {
    expect(cicyTopology(matrix)).toMatchObject({ euler: 2 * (h11 - h21), c2 });
  },
);

test('complete intersections in one projective space have the product of their degrees as triple intersection', () => {
  const cubes = [[[5]], [[4, 2]], [[3, 3]], [[3, 2, 2]], [[2, 2, 2, 2]]].map((matrix) =>
    cicyTopology(matrix).intersection(0, 0, 0),
  );
  expect(cubes).toEqual([5, 8, 9, 12, 16]);
});

test('triple intersections of the bicubic and the tetraquadric', () => {
  const bicubic = cicyTopology([[3], [3]]);
  expect([bicubic.intersection(0, 0, 0), bicubic.intersection(0, 0, 1), bicubic.intersection(1, 0, 1)]).toEqual([
    0, 3, 3,
  ]);
  const { intersection } = cicyTopology([[2], [2], [2], [2]]);
  expect([intersection(0, 1, 2), intersection(3, 1, 0), intersection(1, 1, 2)]).toEqual([2, 2, 0]);
});

test('the order of spaces and polynomials does not matter', () => {
  const matrices = Object.values(threefolds).map(({ matrix }) => matrix as readonly (readonly number[])[]);
  fc.assert(
    fc.property(
      fc.constantFrom(...matrices),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      (matrix, a, b) => {
        const turned = <T>(list: readonly T[], by: number): T[] => list.map((_, k) => list[(k + by) % list.length]!);
        const topology = cicyTopology(matrix);
        const other = cicyTopology(turned(matrix, a).map((row) => turned(row, b)));
        expect(other.euler).toBe(topology.euler);
        expect(other.c2).toEqual(turned(topology.c2, a));
      },
    ),
    { seed: 9 },
  );
});

test('a linear polynomial takes one dimension away and changes nothing else', () => {
  const quintic = cicyTopology([[5]]);
  const written = cicyTopology([[5, 1]]);
  expect(written).toMatchObject({ dimensions: [5], euler: quintic.euler, c2: quintic.c2 });
});

test('a configuration that is too large is refused before anything is reserved', () => {
  const matrix = Array.from({ length: 40 }, () => [2]);
  expect(() => cicyTopology(matrix)).toThrow(
    /^INPUT_INVALID: the product of all dimensions \+ 1 is \d+, above 4194304/,
  );
});
