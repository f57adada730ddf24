import { normal } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { interval, intervalText } from '../src/interval.js';

/** Student's t at 0.975 by n - 1, as in the tables of Abramowitz and Stegun (1964), 26.10. */
const table = [
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [5, 2.571],
  [9, 2.262],
  [19, 2.093],
  [29, 2.045],
  [120, 1.98],
] as const;

describe('the interval of a mean', () => {
  test.each(table)('with %i degrees of freedom is t = %f standard errors wide', (freedom, t) => {
    const count = freedom + 1;
    const values = Array.from({ length: count }, (_, k) => (k % 2 === 0 ? 3 : 5));
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / freedom);
    const found = interval(values);
    expect(found).toMatchObject({ mean, count });
    expect(found.high - mean).toBeCloseTo(mean - found.low, 12);
    const quantile = (found.high - mean) / (deviation / Math.sqrt(count));
    expect(Math.abs(quantile / t - 1)).toBeLessThan(freedom === 2 ? 0.008 : freedom === 3 ? 0.0015 : 0.0005);
  });

  test('holds the true mean in 95 of 100 samples', () => {
    const samples = 4000;
    let held = 0;
    for (let seed = 0; seed < samples; seed++) {
      const { low, high } = interval(Array.from({ length: 8 }, (_, k) => 2 + 3 * normal(seed, 0, k)));
      if (low <= 2 && 2 <= high) held++;
    }
    const error = Math.sqrt((0.95 * 0.05) / samples);
    expect(Math.abs(held / samples - 0.95)).toBeLessThan(3 * error);
  });

  test('of one value says nothing of where the mean is', () => {
    expect(interval([7])).toEqual({ mean: 7, low: -Infinity, high: Infinity, count: 1 });
  });

  test('of equal values is that value', () => {
    expect(interval([0.1, 0.1, 0.1, 0.1])).toMatchObject({ low: 0.1, high: 0.1 });
  });
});

test('the text has the digits asked for, no sign before zero, and no brackets where there is nothing to bracket', () => {
  const text = (mean: number, low: number, high: number, digits?: number) =>
    intervalText({ mean, low, high, count: 9 }, digits);
  expect(text(0.41234, 0.3971, 0.4277)).toBe('0.412 [0.397, 0.428]');
  expect(text(0.41234, 0.3971, 0.4277, 2)).toBe('0.41 [0.4, 0.43]');
  expect(text(-0, -0, 0)).toBe('0');
  expect(text(12345, 12000, 12700)).toBe('12300 [12000, 12700]');
});
