import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, legendre, monomial, polynomialsAt, series } from '../../src/index.js';
import { bases } from '../support/bases.js';
import { close } from '../support/close.js';
import { errorOf } from '../support/errors.js';

const coefficients = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 12 });
const place = fc.double({ min: 0, max: 1, noNaN: true });

describe('a series is the sum of its polynomials, derivatives by η included', () => {
  test.each(Object.keys(bases(1)))('%s', (name) => {
    fc.assert(
      fc.property(coefficients, place, (all, eta) => {
        const basis = bases(all.length - 1)[name]!;
        const { values, slopes, curvatures } = polynomialsAt(basis, 2 * eta - 1);
        const found = evaluate(series(basis, all), eta);
        const sum = (of: Float64Array): number => all.reduce((total, value, k) => total + value * of[k]!, 0);
        const size = (of: Float64Array): number => all.reduce((total, value, k) => total + Math.abs(value * of[k]!), 1);
        expect(Math.abs(found.value - sum(values))).toBeLessThanOrEqual(1e-12 * size(values));
        expect(Math.abs(found.slope - 2 * sum(slopes))).toBeLessThanOrEqual(1e-12 * (size(slopes) + size(values)));
        expect(Math.abs(found.curvature - 4 * sum(curvatures))).toBeLessThanOrEqual(
          1e-12 * (size(curvatures) + size(slopes)),
        );
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});

test('by hand: 2 + 3 ξ + 4 (3 ξ² - 1) / 2 at η = 3/4', () => {
  expect(evaluate(series(legendre(2), [2, 3, 4]), 0.75)).toEqual({ value: 3, slope: 18, curvature: 48 });
  expect(evaluate(series(monomial(0), [7]), 0.1)).toEqual({ value: 7, slope: 0, curvature: 0 });
});

test('refused are η outside of [0, 1], a list of another length and numbers that are not finite', () => {
  const line = series(legendre(1), [0, 1]);
  for (const eta of [-0.01, 1.01, NaN]) expect(errorOf(() => evaluate(line, eta)).code).toBe('INPUT_INVALID');
  expect(errorOf(() => series(legendre(2), [1, 2])).message).toBe(
    'INPUT_INVALID: 2 coefficients for a basis of degree 2 (at coefficients). Give 3, from that of φ_0 on.',
  );
  close(evaluate(line, 1).value, 1, 0);
  expect(errorOf(() => series(legendre(1), [1, NaN])).where).toBe('coefficients[1]');
});
