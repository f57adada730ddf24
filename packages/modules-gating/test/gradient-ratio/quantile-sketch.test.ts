import { normal, uniform } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergedSketches, quantileOf, quantileSketch, sketched } from '../../src/index.js';

const quantiles = [0, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1];

/** Largest relative error of the quantiles. */
function errorOf(values: readonly number[], accuracy: number): number {
  const sketch = sketched(quantileSketch(accuracy), values);
  const sorted = [...values].sort((a, b) => a - b);
  const errors = quantiles.map((q) => {
    const [found, exact] = [quantileOf(sketch, q), sorted[Math.floor(q * (sorted.length - 1))]!];
    return found === exact ? 0 : Math.abs(found - exact) / exact;
  });
  return Math.max(...errors);
}

const draws = Array.from({ length: 20_000 }, (_, i) => i);
test.each([
  ['uniform', draws.map((i) => 10 * uniform(1, 0, i))],
  ['log-normal', draws.map((i) => Math.exp(3 * normal(2, 0, i)))],
  ['heavy-tailed', draws.map((i) => 1 / uniform(3, 0, i) ** 2)],
  ['of two peaks', draws.map((i) => (i % 2 === 0 ? 0.1 : 5) * Math.exp(0.05 * normal(4, 0, i)))],
  ['constant', draws.map(() => 0.3)],
])('quantiles of numbers, %s, keep the stated relative error', (_name, values) => {
  for (const accuracy of [0.1, 0.01, 0.001])
    expect(errorOf(values, accuracy)).toBeLessThanOrEqual(accuracy * (1 + 1e-9));
});

test('the error is kept for any numbers from 1e-9 up, and numbers below count as 0', () => {
  const value = fc.oneof(
    fc.double({ min: 1e-9, max: Number.MAX_VALUE, noNaN: true }),
    fc.double({ min: 1e-9, max: 10, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 50 }), (values) => {
      expect(errorOf(values, 0.01)).toBeLessThanOrEqual(0.01 * (1 + 1e-9));
    }),
    { seed: 1, numRuns: 500 },
  );
  const sketch = sketched(quantileSketch(), [0, 1e-10, 0.9e-9, 2]);
  expect(sketch.zeros).toBe(3);
  expect([0, 0.5, 1].map((q) => quantileOf(sketch, q))).toEqual([0, 0, 2]);
});

test('sketches of parts merge to the sketch of the whole, in any order', () => {
  const values = fc.array(fc.double({ min: 0, max: 10, noNaN: true }));
  fc.assert(
    fc.property(values, values, values, (a, b, c) => {
      const of = (some: readonly number[]) => sketched(quantileSketch(), some);
      const whole = of([...a, ...b, ...c]);
      expect(mergedSketches(of(a), mergedSketches(of(b), of(c)))).toEqual(whole);
      expect(mergedSketches(mergedSketches(of(c), of(a)), of(b))).toEqual(whole);
      expect([...a, ...b, ...c].reduce((sketch, value) => sketched(sketch, [value]), quantileSketch())).toEqual(whole);
      expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    }),
    { seed: 2 },
  );
});

test('a sketch stays small: numbers up to 10 take at most 1,153 buckets at 1%', () => {
  const values = Array.from({ length: 100_000 }, (_, i) => 10 ** (1 - (10 * i) / 100_000));
  const { buckets, count } = sketched(quantileSketch(), values);
  expect(count).toBe(100_000);
  expect(buckets.length).toBeGreaterThan(1100);
  expect(buckets.length).toBeLessThanOrEqual(1153);
});

test('a sketch of nothing has quantiles of 0', () => {
  expect(quantiles.map((q) => quantileOf(quantileSketch(), q))).toEqual(quantiles.map(() => 0));
});

test('what a sketch cannot hold is refused', () => {
  for (const accuracy of [0, 1, NaN]) expect(() => quantileSketch(accuracy)).toThrow('OPTION_INVALID');
  for (const value of [-1, NaN, Infinity]) expect(() => sketched(quantileSketch(), [value])).toThrow('INPUT_INVALID');
  for (const q of [-0.1, 1.1, NaN]) expect(() => quantileOf(quantileSketch(), q)).toThrow('INPUT_INVALID');
  expect(() => mergedSketches(quantileSketch(0.01), quantileSketch(0.02))).toThrow('the accuracies are 0.01 and 0.02');
});
