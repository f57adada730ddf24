import { expect, test } from 'vitest';
import {
  type Transform,
  clipNorm,
  compile,
  dampedGateBenefit,
  defineSystem,
  landau,
  normalise,
  precondition,
  quadratic,
} from '../../../src/index.js';
import { taskAt } from '../../support/task.js';

const pair = compile(
  defineSystem({
    modules: { x: landau({ a: 1, b: 0 }), y: landau({ a: -2, b: 0.5 }) },
    couplings: [{ use: quadratic({ weight: 0.5 }), between: ['x', 'y'] }],
  }),
);
const { task, from } = taskAt(pair, Float64Array.of(0.2, 0.5));
const apply = (transform: Transform, ...direction: number[]): number[] => {
  const given = Float64Array.from(direction);
  const [changed] = transform.apply(given, task, from, transform.init(2));
  expect([...given]).toEqual(direction);
  return [...changed];
};

test('Normalise gives length 1 and leaves 0 alone', () => {
  apply(normalise(), 3, -4).forEach((entry, i) => expect(entry).toBeCloseTo([0.6, -0.8][i]!, 15));
  expect(apply(normalise(), 0, 0)).toEqual([0, 0]);
});

test('ClipNorm shortens what is too long and leaves the rest alone', () => {
  expect(apply(clipNorm({ norm: 2.5 }), 3, -4)).toEqual([1.5, -2]);
  expect(apply(clipNorm({ norm: 5 }), 3, -4)).toEqual([3, -4]);
});

test('Precondition divides by the row bounds', () => {
  // Rows: |2a| + 2w + 2w = 4 for x; max(|-4|, |-4 + 6|) + 2 = 6 for y.
  expect(apply(precondition(), 8, 8)).toEqual([2, 8 / 6]);
});

test('Precondition divides by the diagonal, at least by its floor', () => {
  // Diagonal: 2 + 1 = 3 for x; -4 + 6 · 0.25 + 1 = -1.5 for y, which is below every floor.
  const [x, y] = apply(precondition({ precision: 'diagonal', floor: 0.5 }), 3, 3) as [number, number];
  expect(x).toBeCloseTo(1, 14);
  expect(y).toBe(6);
});

test('Precondition holds a row still that has no bound', () => {
  const closed = compile(
    defineSystem({
      modules: { gate: landau(), other: landau() },
      couplings: [{ use: dampedGateBenefit({ etaPower: 0.5, signal: 's' }), between: ['gate', 'other'] }],
      signals: { s: 1 },
    }),
  );
  const at = taskAt(closed, Float64Array.of(0, 0.5));
  const [direction] = precondition().apply(Float64Array.of(1, 1), at.task, at.from, null);
  expect(direction[0]).toBe(0);
  expect(direction[1]).toBeGreaterThan(0);
});
