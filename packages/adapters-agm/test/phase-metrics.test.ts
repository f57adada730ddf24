import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oscillation, phaseMetrics, type PhaseMetrics, rate, trend, variance } from '../src/index.js';

interface Reference {
  readonly history: readonly number[];
  readonly agm: PhaseMetrics;
}

const fixture = new URL('fixtures/phase-metrics.json', import.meta.url);
const references = JSON.parse(readFileSync(fixture, 'utf8')) as readonly Reference[];

test('all metrics are those of the prototype', () => {
  expect(references).toHaveLength(20);
  for (const { history, agm } of references) {
    const metrics = phaseMetrics(history);
    for (const name of ['rate', 'variance', 'trend', 'oscillation'] as const) {
      expect(Math.abs(metrics[name] - agm[name])).toBeLessThan(1e-13);
    }
  }
});

test('each metric is its own function', () => {
  const { history } = references[1]!;
  expect(phaseMetrics(history)).toEqual({
    rate: rate(history),
    variance: variance(history),
    trend: trend(history),
    oscillation: oscillation(history),
  });
});

test('of fewer than two energies nothing is known, and energies that stand still are settled', () => {
  const nothing = { rate: 0, variance: 0, trend: 0, oscillation: 0 };
  expect([phaseMetrics([]), phaseMetrics([3])]).toEqual([nothing, nothing]);
  expect(phaseMetrics([3, 3, 3, 3, 3, 3, 3])).toEqual({ ...nothing, rate: 1 });
});

test('by hand: 1, 1/2, 1/4, ... changes by a third in every step', () => {
  const metrics = phaseMetrics([1, 1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32, 1 / 64]);
  expect(metrics.rate).toBeCloseTo(2 / 3, 6);
  for (const name of ['variance', 'trend', 'oscillation'] as const) expect(metrics[name]).toBeCloseTo(0, 6);
});

test('every metric lies in its range, whatever the energies', () => {
  const energies = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }));
  fc.assert(
    fc.property(energies, (history) => {
      const metrics = phaseMetrics(history);
      expect(metrics.rate).toBeGreaterThanOrEqual(0);
      expect(metrics.rate).toBeLessThanOrEqual(1);
      for (const share of [metrics.variance, metrics.oscillation]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1 / 4 + 1e-12);
      }
      expect(Math.abs(metrics.trend)).toBeLessThanOrEqual(0.3 + 1e-12);
    }),
    { seed: 1 },
  );
});

test('an energy that is not finite is INPUT_INVALID and its place is named', () => {
  for (const metric of [rate, variance, trend, oscillation]) {
    expect(() => metric([1, NaN])).toThrow('INPUT_INVALID: an energy is NaN (at history[1])');
  }
});
