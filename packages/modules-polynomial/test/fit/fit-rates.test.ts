import { readFileSync } from 'node:fs';
import { normal, uniform } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { apc, evaluate, fitRates, legendre, monomial, orthonormalLegendre, series } from '../../src/index.js';
import { bases } from '../support/bases.js';
import { close } from '../support/close.js';
import { errorOf } from '../support/errors.js';

const etas = Array.from({ length: 60 }, (_, i) => uniform(3, 0, i));
const noisy = etas.map((eta, i) => Math.sin(5 * eta) + 0.1 * normal(3, 1, i));

describe('exact data', () => {
  test.each(Object.keys(bases(1)))('a polynomial is found again, with nothing left over: %s', (name) => {
    const basis = bases(6)[name]!;
    const truth = series(basis, [0.3, -1, 0.5, 0.2, -0.4, 0.1, 0.05]);
    const fit = fitRates(basis, { etas, rates: etas.map((eta) => evaluate(truth, eta).value) });
    fit.series.coefficients.forEach((value, k) => close(value, truth.coefficients[k]!, 1e-9));
    expect(fit.residual).toBeLessThan(1e-13);
    expect(fit.leaveOneOut).toBeLessThan(1e-12);
    expect(fit.rank).toBe(7);
  });

  test('an energy is found again from the rates of its flow downhill, but for its constant', () => {
    const truth = series(legendre(4), [9, 0.3, -0.5, 0.1, 0.2]);
    const rates = etas.map((eta) => -evaluate(truth, eta).slope);
    const { coefficients } = fitRates(legendre(4), { etas, rates }, { law: 'gradient' }).series;
    expect(coefficients[0]).toBe(0);
    for (let k = 1; k <= 4; k++) close(coefficients[k]!, truth.coefficients[k]!, 1e-13);
  });
});

describe('the polynomial of degree 10 of the NIST reference data Filip', () => {
  interface Filip {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly parameters: readonly number[];
    readonly residualSumOfSquares: number;
  }
  const { x, y, parameters, residualSumOfSquares } = JSON.parse(
    readFileSync(new URL('../fixtures/filip.json', import.meta.url), 'utf8'),
  ) as Filip;
  const [low, high] = [Math.min(...x), Math.max(...x)];
  const places = x.map((value) => (value - low) / (high - low));
  const certified = (value: number): number => parameters.reduceRight((sum, parameter) => sum * value + parameter, 0);

  test.each(['apc', 'legendre', 'orthonormalLegendre', 'monomial', 'etaMonomial'])('in the basis %s', (name) => {
    const basis =
      name === 'apc'
        ? apc(
            places.map((eta) => Math.max(-1, Math.min(1, 2 * eta - 1))),
            10,
          )
        : bases(10)[name]!;
    const fit = fitRates(basis, { etas: places, rates: y });
    expect(Math.abs((fit.residual ** 2 * 82) / residualSumOfSquares - 1)).toBeLessThan(1e-9);
    x.forEach((value, i) => close(evaluate(fit.series, places[i]!).value, certified(value), 1e-7));
  });
});

test('leaving one out is what fitting without it gives', () => {
  for (const ridge of [0, 0.02]) {
    const basis = orthonormalLegendre(4);
    const errors = etas.map((eta, i) => {
      const rest = (values: readonly number[]): number[] => values.filter((_, j) => j !== i);
      // The ridge weighs against a mean: with one datum less it has to grow by as much.
      const weight = (ridge * etas.length) / (etas.length - 1);
      const fit = fitRates(basis, { etas: rest(etas), rates: rest(noisy) }, { ridge: weight });
      return noisy[i]! - evaluate(fit.series, eta).value;
    });
    const expected = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
    const fit = fitRates(basis, { etas, rates: noisy }, { ridge });
    close(fit.leaveOneOut, expected, 1e-12);
    expect(fit.leaveOneOut).toBeGreaterThan(fit.residual);
  }
});

describe('a ridge', () => {
  test('shrinks every coefficient by 1 + ridge where the basis is orthonormal for the samples', () => {
    const basis = apc(
      etas.map((eta) => 2 * eta - 1),
      5,
    );
    const plain = fitRates(basis, { etas, rates: noisy }).series.coefficients;
    const shrunk = fitRates(basis, { etas, rates: noisy }, { ridge: 0.25 }).series.coefficients;
    shrunk.forEach((value, k) => close(value, plain[k]! / 1.25, 1e-13));
    const mean = noisy.reduce((sum, value) => sum + value, 0) / noisy.length;
    close(plain[0]!, mean, 1e-14);
  });

  test('lets few samples determine many coefficients', () => {
    const fit = fitRates(legendre(5), { etas: [0.2, 0.7], rates: [1, 2] }, { ridge: 1e-6 });
    close(evaluate(fit.series, 0.7).value, 2, 1e-4);
    expect(fit.condition).toBeGreaterThan(0);
  });
});

test('the condition is that of the design matrix: 1 where it is orthonormal, known where it is two samples', () => {
  const basis = apc(
    etas.map((eta) => 2 * eta - 1),
    6,
  );
  close(fitRates(basis, { etas, rates: noisy }).condition, 1, 1e-12);
  close(fitRates(monomial(1), { etas: [0.25, 0.75], rates: [0, 1] }).condition, 2, 1e-14);
});

test('a fit that goes through every sample leaves no error to tell', () => {
  const fit = fitRates(legendre(2), { etas: [0, 0.5, 1], rates: [1, 0, 1] });
  fit.series.coefficients.forEach((value, k) => close(value, [1 / 3, 0, 2 / 3][k]!, 1e-14));
  expect(fit.residual).toBeLessThan(1e-14);
  expect(fit.leaveOneOut).toBe(Infinity);
});

describe('refused', () => {
  const fit = (data: object, options: object = {}, degree = 2) =>
    errorOf(() => fitRates(legendre(degree), data as never, options));
  test.each([
    [
      'η above 1',
      fit({ etas: [0, 0.5, 1.5], rates: [0, 0, 0] }),
      'INPUT_INVALID',
      'η is 1.5 (at etas[2]). Give η in [0, 1].',
    ],
    [
      'a rate that is not finite',
      fit({ etas: [0, 0.5, 1], rates: [0, NaN, 0] }),
      'INPUT_INVALID',
      'NaN is not a finite number (at rates[1])',
    ],
    ['lists of different length', fit({ etas: [0, 0.5, 1], rates: [0, 0] }), 'INPUT_INVALID', '2 rates for 3 places'],
    [
      'too few places',
      fit({ etas: [0, 0.5, 0.5], rates: [0, 0, 0] }),
      'INPUT_INVALID',
      '2 distinct places for 3 coefficients',
    ],
    ['no places', fit({ etas: [], rates: [] }, { ridge: 1 }), 'INPUT_INVALID', '0 distinct places'],
    [
      'an energy without a slope',
      fit({ etas: [0], rates: [0] }, { law: 'gradient' }, 0),
      'INPUT_INVALID',
      'an energy of degree 0 has no slope',
    ],
    ['a ridge below 0', fit({ etas: [0], rates: [0] }, { ridge: -1 }), 'OPTION_INVALID', '(at fitRates.ridge)'],
    ['a law that is none', fit({ etas: [0], rates: [0] }, { law: 'uphill' }), 'OPTION_INVALID', '(at fitRates.law)'],
  ])('%s', (_name, error, code, told) => {
    expect(error.code).toBe(code);
    expect(error.message).toContain(told);
  });
});
