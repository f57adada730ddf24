import { expect, test } from 'vitest';
import { extrapolate, gapThreshold, peakThreshold, percolationSweep, reachThreshold } from '../src/index.js';
import { errorOf, mean } from './by-search.js';

const sweep = {
  nodes: 10,
  bonds: 5,
  largest: Int32Array.of(1, 2, 3, 7, 8, 10),
  squares: Float64Array.of(10, 12, 22, 53, 66, 100),
};

test('each estimate is the place that its definition names', () => {
  expect(reachThreshold(sweep)).toBe(3 / 6);
  expect(reachThreshold(sweep, 0.8)).toBe(4 / 6);
  expect(reachThreshold(sweep, 1)).toBe(5 / 6);
  expect(gapThreshold(sweep)).toBe(3 / 6);
  expect(peakThreshold(sweep)).toBe(2 / 6);
});

test('a level that shortcuts reach alone is reached at 0, and one that no bonds reach at 1', () => {
  expect(reachThreshold(sweep, 0.1)).toBe(0);
  expect(reachThreshold(percolationSweep({ nodes: 4, edges: [[0, 1]] }), 0.9)).toBe(1);
});

test('a level outside (0, 1] is INPUT_INVALID', () => {
  for (const level of [0, -1, 1.01, NaN]) {
    expect(errorOf(() => reachThreshold(sweep, level))).toMatchObject({ code: 'INPUT_INVALID', where: 'level' });
  }
});

test('a line in size^-power is found again, with the error of its intercept', () => {
  const line = [8, 16, 64].map((size) => ({ size, value: 0.4 - 0.3 * size ** -0.75, error: 0.01 }));
  const limit = extrapolate(line);
  expect(limit.value).toBeCloseTo(0.4, 12);
  expect(limit.slope).toBeCloseTo(-0.3, 12);
  const x = line.map(({ size }) => size ** -0.75);
  const spread = x.reduce((sum, value) => sum + (value - mean(x)) ** 2, 0);
  expect(limit.error).toBeCloseTo(0.01 * Math.sqrt(1 / 3 + mean(x) ** 2 / spread), 12);
  expect(
    extrapolate(
      line.map((one) => ({ ...one, value: 2 + 1 / one.size })),
      1,
    ).value,
  ).toBeCloseTo(2, 12);
});

test('a precise estimate outweighs a poor one', () => {
  const [a, b] = [
    { size: 16, value: 1, error: 1e-6 },
    { size: 64, value: 1, error: 1e-6 },
  ];
  expect(extrapolate([a, b, { size: 32, value: 5, error: 1 }]).value).toBeCloseTo(1, 9);
});

test('one size and an error that is none are INPUT_INVALID', () => {
  const one = { size: 8, value: 1, error: 0.1 };
  expect(errorOf(() => extrapolate([one, one]))).toMatchObject({ code: 'INPUT_INVALID', where: 'estimates' });
  expect(errorOf(() => extrapolate([one, { ...one, size: 16, error: 0 }]))).toMatchObject({
    code: 'INPUT_INVALID',
    where: 'estimates[1].error',
  });
});

test('on the square lattice all of them tend to 1/2', () => {
  const sizes = [12, 24, 48];
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  for (const threshold of [reachThreshold, gapThreshold, peakThreshold]) {
    const estimates = sizes.map((size) => {
      const values = seeds.map((seed) =>
        threshold(percolationSweep({ width: size, height: size, periodic: true, seed })),
      );
      const error = Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)) / (seeds.length - 1));
      return { size, value: mean(values), error };
    });
    const { value, error, slope } = extrapolate(estimates);
    expect(slope).toBeLessThan(0);
    expect(Math.abs(value - 0.5)).toBeLessThan(3 * error + 0.003);
  }
});
