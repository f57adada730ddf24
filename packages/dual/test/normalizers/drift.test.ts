import { normal } from '@cfc/core';
import { expect, test } from 'vitest';
import { createNormalizer } from '../../src/index.js';

const watched = (options = {}): ReturnType<typeof createNormalizer> =>
  createNormalizer({ type: 'none', drift: { baseline: 400, recent: 100, ...options } });

/** Largest drift over 3,000 values, of which those from the 1,000th on are moved. */
function largest(seed: number, move: (value: number) => number): number {
  const normalizer = watched();
  let most = 0;
  for (let k = 0; k < 3000; k++) {
    const value = normal(seed, 0, k);
    normalizer.push(k < 1000 ? value : move(value));
    most = Math.max(most, normalizer.drift() ?? 0);
  }
  return most;
}

test('nothing is known before both samples are full', () => {
  const normalizer = watched();
  for (let k = 0; k < 499; k++) normalizer.push(k);
  expect(normalizer.drift()).toBeNull();
  normalizer.push(499);
  expect(normalizer.drift()).toBeGreaterThan(1);
  expect(createNormalizer('none').drift()).toBeNull();
});

test('losses that stay as they are raise no alarm; a shift or another spread does', () => {
  for (let seed = 1; seed <= 20; seed++) {
    expect(largest(seed, (value) => value)).toBeLessThan(1);
    expect(largest(seed, (value) => value + 1.5)).toBeGreaterThan(1);
    expect(largest(seed, (value) => 10 * value)).toBeGreaterThan(1);
  }
});

test('a constant loss has no drift, and any step of it has', () => {
  for (const step of [-1e-9, 0, 1e-9]) {
    const normalizer = watched();
    for (let k = 0; k < 600; k++) normalizer.push(k < 500 ? 3 : 3 + step);
    if (step === 0) expect(normalizer.drift()).toBe(0);
    else expect(normalizer.drift()).toBeGreaterThan(1);
  }
});

test('the distance is that of Kolmogorov and Smirnov where the cells are as fine as the baseline', () => {
  const options = { baseline: 50, recent: 30, cells: 50 };
  const normalizer = watched(options);
  const values = Array.from({ length: 80 }, (_, k) => normal(9, 0, k) + (k >= 50 ? 0.4 : 0));
  values.forEach((value) => normalizer.push(value));
  const [first, last] = [values.slice(0, 50), values.slice(50)];
  const share = (sample: readonly number[], x: number, strict: boolean): number =>
    sample.filter((value) => (strict ? value < x : value <= x)).length / sample.length;
  const edges = [...first].sort((a, b) => a - b).slice(1);
  const distances = edges.flatMap((x) =>
    [true, false].map((strict) => Math.abs(share(first, x, strict) - share(last, x, strict))),
  );
  const threshold = Math.sqrt((Math.log(2 / 1e-6) / 2) * (1 / 50 + 1 / 30));
  expect(normalizer.drift()).toBeCloseTo(Math.max(...distances) / threshold, 12);
});
