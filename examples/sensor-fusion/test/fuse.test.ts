import { expect, test } from 'vitest';
import { fuse } from '../src/fuse.js';
import { kalman } from '../src/kalman.js';
import { mean, median } from '../src/plain.js';
import { rmse, world } from '../src/world.js';

const setting = { motion: 0.004, doubt: 3, bias: 0.05 };

test('the median of four is the mean of the middle two', () => {
  expect(median([[1], [9], [2], [4]])).toEqual([3]);
  expect(mean([[1], [9], [2], [4]])).toEqual([4]);
});

test('one seed makes one world', () => {
  expect(world(3)).toEqual(world(3));
  expect(world(3).truth).not.toEqual(world(4).truth);
});

test('a smoother, which knows the future too, is nearer to the truth than its filter', () => {
  const one = world(5);
  const { filtered, smoothed } = kalman(one, setting);
  expect(rmse(smoothed, one.truth)).toBeLessThan(rmse(filtered, one.truth));
});

test('readings without noise, bias or dropouts are followed to within a hundredth', () => {
  const { truth } = world(5);
  const clean = { truth, readings: [truth, truth, truth, truth] };
  expect(rmse(fuse(clean, setting), truth)).toBeLessThan(0.01);
});

test('a sensor that reads nonsense half of the time hardly moves the estimate', () => {
  const one = world(5);
  const broken = one.readings.map((row, s) => (s === 3 ? row.map((value, t) => (t % 40 < 20 ? 0.95 : value)) : row));
  const [before, after] = [fuse(one, setting), fuse({ ...one, readings: broken }, setting)];
  expect(rmse(after, before)).toBeLessThan(0.01);
});
