import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { energyGating, hazard, logistic, openProbability, straightThrough } from '../src/index.js';

interface Gate {
  readonly gain: number;
  readonly cost: number;
  readonly k: number;
  readonly hazard: number;
  readonly eta: number;
  readonly etaLogistic: number;
}

const gates = JSON.parse(readFileSync(new URL('fixtures/gates.json', import.meta.url), 'utf8')) as readonly Gate[];

const relativeError = (actual: number, expected: number): number => Math.abs(actual - expected) / Math.abs(expected);

test('hazard, η and the logistic η are the reference values to 1e-12', () => {
  expect(gates.length).toBe(40);
  for (const { gain, cost, k, ...expected } of gates) {
    expect(Math.abs(hazard(gain, cost, k) - expected.hazard)).toBeLessThan(1e-12 * Math.max(1, expected.hazard));
    expect(Math.abs(openProbability(hazard(gain, cost, k)) - expected.eta)).toBeLessThan(1e-12);
    expect(Math.abs(logistic(k * (gain - cost)) - expected.etaLogistic)).toBeLessThan(1e-12);
  }
});

test('the module reads the reference values under either law', () => {
  const { family } = energyGating;
  for (const { gain, cost, k, eta, etaLogistic } of gates) {
    expect(Math.abs(family.eta({ gain }, energyGating({ cost, k }).options) - eta)).toBeLessThan(1e-12);
    const options = energyGating({ cost, k, law: 'logistic' }).options;
    expect(Math.abs(family.eta({ gain }, options) - etaLogistic)).toBeLessThan(1e-12);
  }
});

test('the hazard law and the logistic law agree in η, because e^{-softplus(z)} = 1 / (1 + e^z)', () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (z) => {
      expect(relativeError(openProbability(hazard(z, 0, 1)), logistic(z))).toBeLessThan(1e-14);
      expect(relativeError(Math.exp(-hazard(z, 0, 1)), logistic(-z))).toBeLessThan(2e-13);
    }),
    { seed: 1 },
  );
});

test('they part over any other time: the hazard is a rate', () => {
  const rate = hazard(0.3, 0.1, 10);
  expect(openProbability(rate, 0)).toBe(0);
  expect(openProbability(rate, 2)).toBeGreaterThan(logistic(2) + 0.1);
  const twice = 1 - (1 - openProbability(rate, 0.5)) ** 2;
  expect(relativeError(twice, openProbability(rate, 1))).toBeLessThan(1e-14);
});

test('the hazard is exact far from the threshold and never overflows', () => {
  expect(hazard(800, 0, 1)).toBe(800);
  expect(hazard(1e300, 0, 1)).toBe(1e300);
  expect(relativeError(hazard(-40, 0, 1), Math.exp(-40))).toBeLessThan(1e-15);
  expect(hazard(-1e300, 0, 1)).toBe(0);
  expect(hazard(0.1, 0.1, 25)).toBe(Math.LN2);
  expect(openProbability(hazard(-1e308, 1e308, 10))).toBe(0);
  expect(openProbability(hazard(1e308, 0, 1e10))).toBe(1);
});

test('a straight-through gate decides hard and keeps the soft value for the gradient', () => {
  expect(straightThrough(0.7)).toEqual({ forward: 1, backward: 0.7 });
  expect(straightThrough(0.3)).toEqual({ forward: 0, backward: 0.3 });
});

test('a gate whose gain equals its cost stays closed under either law', () => {
  expect(straightThrough(openProbability(hazard(0.2, 0.2, 10))).forward).toBe(0);
  expect(straightThrough(logistic(0)).forward).toBe(0);
});
