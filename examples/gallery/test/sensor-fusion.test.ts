import { expect, test } from 'vitest';
import { fuse, kalman, rmse, world } from '../src/sensor-fusion.js';

test('one seed makes one world', () => {
  expect(world(3)).toEqual(world(3));
  expect(world(3).truth).not.toEqual(world(4).truth);
});

test('a smoother, which knows the future too, is nearer to the truth than its filter', () => {
  const { truth, readings } = world(5);
  const { filtered, smoothed } = kalman(readings);
  expect(rmse(smoothed, truth)).toBeLessThan(rmse(filtered, truth));
});

test('readings without noise, bias or dropouts are followed to within a hundredth', () => {
  const { truth } = world(5);
  expect(rmse(fuse([truth, truth, truth, truth]), truth)).toBeLessThan(0.01);
});

test('a sensor that reads nonsense half of the time hardly moves the estimate', () => {
  const { readings } = world(5);
  const broken = readings.map((row, s) => (s === 3 ? row.map((value, t) => (t % 40 < 20 ? 0.95 : value)) : row));
  expect(rmse(fuse(broken), fuse(readings))).toBeLessThan(0.01);
});
