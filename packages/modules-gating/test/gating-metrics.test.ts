import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gateDecision, gatingMetrics } from '../src/index.js';

const open = (redemption: number) => gateDecision(2, redemption);
const closed = gateDecision(0.1, 0);

test('no decisions give zeros and an even ratio', () => {
  expect(gatingMetrics([])).toEqual({ hazardMean: 0, muHat: 0, goodBadRatio: 1, opened: 0, decided: 0 });
});

test('openings are counted, averaged and split into good and bad', () => {
  const metrics = gatingMetrics([open(0.5), open(0.2), open(-0.1), closed]);
  expect(metrics).toMatchObject({ opened: 3, decided: 4, goodBadRatio: 3 / 2 });
  expect(metrics.hazardMean).toBeCloseTo(6.1 / 4, 14);
  expect(metrics.muHat).toBeCloseTo(-Math.log(1 - 3 / 5), 14);
});

test('a redemption of 0 is a bad opening, and a closed gate is neither good nor bad', () => {
  expect(gatingMetrics([open(0)]).goodBadRatio).toBe(1 / 2);
  expect(gatingMetrics([closed, { ...closed, redemption: 1, good: true }]).goodBadRatio).toBe(1);
});

test('the rate is finite where every gate opened, and nears the rate of the decisions as they grow', () => {
  expect(gatingMetrics(Array.from({ length: 7 }, () => open(1))).muHat).toBeCloseTo(Math.log(8), 14);
  const rate = 0.05;
  const share = 1 - Math.exp(-rate);
  const decisions = Array.from({ length: 100_000 }, (_, i) => (i < share * 100_000 ? open(1) : closed));
  expect(gatingMetrics(decisions).muHat).toBeCloseTo(rate, 4);
});

test('a decision is good where it opened and energy fell', () => {
  expect(gateDecision(2, 0.1)).toEqual({ hazard: 2, eta: -Math.expm1(-2), redemption: 0.1, good: true });
  expect(gateDecision(2, 0).good).toBe(false);
  expect(gateDecision(0.1, 1).good).toBe(false);
});

test('every number is finite and survives JSON, for any decisions, from any iterable', () => {
  const decision = fc
    .tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: -1e9, max: 1e9, noNaN: true }))
    .map(([hazard, redemption]) => gateDecision(hazard, redemption));
  fc.assert(
    fc.property(fc.array(decision), (decisions) => {
      const metrics = gatingMetrics(new Set(decisions));
      expect(Object.values(metrics).every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      expect(JSON.parse(JSON.stringify(metrics))).toEqual(metrics);
      expect(metrics.goodBadRatio).toBeGreaterThan(0);
    }),
    { seed: 4 },
  );
});
