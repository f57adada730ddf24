import { uniform } from '@cfc/core';
import { expect, test } from 'vitest';
import { proportion } from '../src/proportion.js';

/** R. G. Newcombe, Stat. Med. 17 (1998) 857, table I: Wilson's score interval without continuity correction. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies between %f and %f', (successes, count, low, high) => {
  const found = proportion(successes, count);
  expect(found.mean).toBe(successes / count);
  expect(found.count).toBe(count);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

test('none and all are mirror images, with a width', () => {
  const [none, all] = [proportion(0, 12), proportion(12, 12)];
  expect(none.low).toBe(0);
  expect(all.high).toBe(1);
  expect(all.low).toBeCloseTo(1 - none.high, 12);
  expect(none.high).toBeGreaterThan(0.2);
});

test('the interval holds the true share in about 95 of 100 samples', () => {
  let held = 0;
  for (let seed = 0; seed < 2000; seed++) {
    const successes = Array.from({ length: 40 }, (_, k) => uniform(seed, 0, k)).filter((x) => x < 0.15).length;
    const { low, high } = proportion(successes, 40);
    if (low <= 0.15 && 0.15 <= high) held++;
  }
  expect(held / 2000).toBeGreaterThan(0.92);
  expect(held / 2000).toBeLessThan(0.98);
});
