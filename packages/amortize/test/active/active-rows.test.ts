import { compile, defineSystem, landau, quadratic } from '@cfc/core';
import { expect, test } from 'vitest';
import { activeRows, around } from '../../src/active/active-rows.js';

/** A chain a - b - c - d - e, and f alone. */
const { incidence } = compile(
  defineSystem({
    modules: { a: landau(), b: landau(), c: landau(), d: landau(), e: landau(), f: landau() },
    couplings: (['ab', 'bc', 'cd', 'de'] as const).map((pair) => ({
      use: quadratic(),
      between: [pair[0] as 'a', pair[1] as 'b'],
    })),
  }),
);
const eta = Float64Array.of(0.5, 0.5, 0.5, 0, 1, 0.5);
const gradient = Float64Array.of(0.1, -0.3, 0, 5, 0.3, 0.01);
const rows = (most: number, hops: number, tolerance = 0): number[] => [
  ...activeRows(eta, gradient, incidence, { tolerance, most, hops }),
];

test('the largest projected gradients are chosen, and ties go to the lower row', () => {
  expect(rows(1, 0)).toEqual([1]);
  expect(rows(2, 0)).toEqual([1, 4]);
  expect(rows(9, 0)).toEqual([0, 1, 4, 5]);
});

test('slopes into a wall and slopes within the tolerance choose nothing', () => {
  expect(rows(9, 0, 0.05)).toEqual([0, 1, 4]);
  expect(rows(9, 0, 0.31)).toEqual([]);
});

test('neighbours go along, as far as they are asked to', () => {
  expect(rows(1, 1)).toEqual([0, 1, 2]);
  expect(rows(1, 2)).toEqual([0, 1, 2, 3]);
  expect([...around([5], incidence, 9)]).toEqual([5]);
  expect([...around([4, 0], incidence, 1)]).toEqual([0, 1, 3, 4]);
});
