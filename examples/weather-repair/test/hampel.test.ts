import { expect, test } from 'vitest';
import { hampel } from '../src/hampel.js';

test('the filter replaces the one reading that a small series has wrong', () => {
  // Around the 30: window 2 3 30 4 5, median 4, deviations 2 1 26 0 1, MAD 1, limit 3 · 1.4826 = 4.45.
  const { distrusted, values } = hampel([1, 2, 3, 30, 4, 5, 6], { half: 2, threshold: 3, run: 0 });
  expect(distrusted).toEqual([false, false, false, true, false, false, false]);
  expect(values).toEqual([1, 2, 3, 4, 4, 5, 6]);
});

test('the window is shorter at the ends', () => {
  // Around the 9: window 9 1 2, median 2, deviations 7 1 0, MAD 1, limit 1.4826.
  expect(hampel([9, 1, 2, 3, 1, 2], { half: 2, threshold: 1, run: 0 }).values[0]).toBe(2);
});

test('given the rule, it also distrusts repeats in long runs', () => {
  const readings = [1, 2, 3, 3, 3, 3, 4, 5];
  const found = (run: number): number[] =>
    hampel(readings, { half: 7, threshold: 9, run }).distrusted.flatMap((distrusted, t) => (distrusted ? [t] : []));
  expect(found(4)).toEqual([3, 4, 5]);
  expect(found(5)).toEqual([]);
});
