import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replicator, replicatorLimit, replicatorStep } from '../../src/index.js';
import { payoff, strategyOf } from '../arbitrary.js';

const met = fc
  .integer({ min: 2, max: 5 })
  .chain((n) => fc.tuple(strategyOf(n), fc.array(payoff, { minLength: n, maxLength: n })));

test('a step of two actions is that of the prototype, at an advantage of 1 and a rate of 0.05, to 1e-12', () => {
  const file = new URL('../fixtures/nash.json', import.meta.url);
  const references = JSON.parse(readFileSync(file, 'utf8')) as { pRow: number; replicator: number }[];
  expect(references).toHaveLength(20);
  for (const { pRow, replicator: expected } of references) {
    const [, after] = replicatorStep([1 - pRow, pRow], [0, 1], 0.05);
    expect(Math.abs(after! - expected)).toBeLessThanOrEqual(1e-12);
  }
});

test('a step by hand: shares grow by what they earn above the mean', () => {
  // Mean 0.5 · 2 + 0.3 · 4 + 0.2 · 0 = 2.2; growth 0.98, 1.18, 0.78.
  const after = replicatorStep([0.5, 0.3, 0.2], [2, 4, 0], 0.1);
  [0.49, 0.354, 0.156].forEach((share, action) => expect(after[action]).toBeCloseTo(share, 14));
});

test('small steps follow the differential equation: the error is of first order in the step', () => {
  // With a constant advantage g the logit of p grows as g t.
  const error = (steps: number): number => {
    let strategy: readonly number[] = [0.9, 0.1];
    for (let k = 0; k < steps; k++) strategy = replicatorStep(strategy, [1, 3], 1 / steps);
    return Math.abs(strategy[1]! - 1 / (1 + 9 * Math.exp(-2)));
  };
  expect(error(100)).toBeLessThan(5e-3);
  expect(error(100) / error(200)).toBeCloseTo(2, 1);
});

describe('the simplex', () => {
  test('is never left up to the limit, at which the worst action dies out', () => {
    fc.assert(
      fc.property(met, fc.double({ min: 0, max: 1, noNaN: true }), ([strategy, payoffs], part) => {
        const limit = replicatorLimit(strategy, payoffs);
        const span = Math.max(...payoffs) - Math.min(...payoffs);
        expect(limit).toBeGreaterThanOrEqual((1 - 1e-12) / span);
        if (!Number.isFinite(limit) || limit > 1e6) return;
        const mean = strategy.reduce((sum, share, a) => sum + share * payoffs[a]!, 0);
        const after = replicatorStep(strategy, payoffs, part * limit);
        after.forEach((share, a) => {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeCloseTo(strategy[a]! * (1 + part * limit * (payoffs[a]! - mean)), 9);
        });
        expect(after.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        const worst = Math.min(...payoffs.filter((_, a) => strategy[a]! > 0));
        expect(replicatorStep(strategy, payoffs, limit)[payoffs.indexOf(worst)]).toBeLessThan(1e-9);
      }),
      { seed: 1 },
    );
  });

  test('is not left beyond it either: what would fall below 0 becomes 0', () => {
    expect(replicatorStep([0.5, 0.5], [0, 1], 10)).toEqual([0, 1]);
    expect(replicatorLimit([0.5, 0.5], [0, 1])).toBe(2);
    expect(replicatorLimit([0, 1], [0, 1])).toBe(Infinity);
  });

  test('has fixed corners: an action that is not played stays so', () => {
    expect(replicatorStep([1, 0], [0, 5], 0.3)).toEqual([1, 0]);
  });
});

test('rates out of range are refused', () => {
  for (const rate of [0, -1, 1.5, NaN]) expect(() => replicator({ rate })).toThrow('OPTION_INVALID');
});
