import { describe, expect, test } from 'vitest';
import { normal, uniform, uniforms } from '../../src/index.js';

const COUNT = 20_000;
const mean = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0) / values.length;
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [ma, mb] = [mean(a), mean(b)];
  const covariance = mean(a.map((x, k) => (x - ma) * (b[k]! - mb)));
  return covariance / Math.sqrt(mean(a.map((x) => (x - ma) ** 2)) * mean(b.map((x) => (x - mb) ** 2)));
};
const draws = (draw: (k: number) => number): number[] => Array.from({ length: COUNT }, (_, k) => draw(k));

test('numbers depend on seed, iteration and index alone', () => {
  expect(normal(3, 1, 4)).toBe(normal(3, 1, 4));
  const around = [normal(3, 1, 4), normal(4, 1, 4), normal(3, 2, 4), normal(3, 1, 5)];
  expect(new Set(around).size).toBe(4);
});

test('many uniform numbers of one seed and iteration are the single ones, bit for bit', () => {
  for (const [seed, iteration] of [
    [0, 0],
    [5, 3],
    [7 + 2 ** 40, 2 ** 31],
  ] as const) {
    const many = uniforms(seed, iteration);
    for (const index of [0, 1, 77, 2 ** 31, 2 ** 32 - 1]) expect(many(index)).toBe(uniform(seed, iteration, index));
  }
});

test('uniform numbers lie inside (0, 1) and fill it evenly', () => {
  const values = draws((k) => uniform(5, 0, k));
  expect(values.every((x) => x > 0 && x < 1)).toBe(true);
  const counts = Array.from({ length: 20 }, (_, bin) => values.filter((x) => Math.floor(20 * x) === bin).length);
  const chi = counts.reduce((total, count) => total + (count - COUNT / 20) ** 2 / (COUNT / 20), 0);
  expect(chi).toBeLessThan(43.8); // the 99.9% quantile of chi squared with 19 degrees of freedom
});

test('normal numbers have mean 0, variance 1, no skew and the kurtosis of a Gaussian', () => {
  const values = draws((k) => normal(5, 0, k));
  const moment = (power: number): number => mean(values.map((x) => x ** power));
  expect(Math.abs(moment(1))).toBeLessThan(0.03);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.04);
  expect(Math.abs(moment(3))).toBeLessThan(0.1);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.3);
});

describe('neighbours are not correlated', () => {
  const base = draws((k) => normal(7, 0, k));
  const others: Readonly<Record<string, (k: number) => number>> = {
    'the next index': (k) => normal(7, 0, k + 1),
    'the next iteration': (k) => normal(7, 1, k),
    'the next seed': (k) => normal(8, 0, k),
    'a seed 2^32 further': (k) => normal(7 + 2 ** 32, 0, k),
    'iteration and index exchanged': (k) => normal(7, k, 0),
  };
  test.each(Object.entries(others))('%s', (_name, draw) => {
    expect(Math.abs(correlation(base, draws(draw)))).toBeLessThan(0.025);
  });
});
