import { expect, test } from 'vitest';
import { deltaF90 } from '../../src/bench/delta-f90.js';

test('ΔF90 is the place of the first energy that has done nine tenths of the fall', () => {
  expect(deltaF90([10, 5, 1, 0])).toBe(3);
  expect(deltaF90([10, 5, 1.01, 0])).toBe(4);
});

test('a rise at the end does not count against the least energy', () => {
  expect(deltaF90([10, 0, 5])).toBe(2);
});

test('one energy is reached at once, and of none there is no ΔF90', () => {
  expect(deltaF90([3])).toBe(1);
  expect(deltaF90([])).toBeNull();
});
