import { normal } from '@cfc/core';
import { expect, test } from 'vitest';
import { convert, etaMonomial, evaluate, legendre, monomial, monomialCoefficients, series } from '../../src/index.js';
import { bases } from '../support/bases.js';
import { close } from '../support/close.js';
import { errorOf } from '../support/errors.js';
import { exactLegendre } from '../support/exact.js';

test('known expansions: ξ³ = (3 P_1 + 2 P_3) / 5, η² = (1 + 2 ξ + ξ²) / 4', () => {
  expect([...convert(series(monomial(3), [0, 0, 0, 1]), legendre(4)).coefficients]).toEqual([
    0,
    expect.closeTo(0.6, 15),
    0,
    expect.closeTo(0.4, 15),
    0,
  ]);
  expect([...convert(series(etaMonomial(2), [0, 0, 1]), monomial(2)).coefficients]).toEqual([0.25, 0.5, 0.25]);
});

test('the monomial coefficients of Legendre polynomials are those of exact arithmetic, up to degree 20', () => {
  monomialCoefficients(legendre(20)).forEach((row, k) => {
    const { coefficients, over } = exactLegendre(k);
    row.forEach((entry, j) => {
      const expected = Number(coefficients[j] ?? 0n) / Number(over);
      expect(Math.abs(entry - expected)).toBeLessThanOrEqual(1e-13 * Math.abs(expected));
    });
  });
});

test('every pair of bases describes one function, there and back', () => {
  const degree = 8;
  const weights = Array.from({ length: degree + 1 }, (_, k) => normal(5, 0, k) / (k + 1));
  for (const from of Object.values(bases(degree))) {
    for (const to of Object.values(bases(degree))) {
      const original = series(from, weights);
      const other = convert(original, to);
      for (const eta of [0, 0.2, 0.5, 0.77, 1]) {
        const { value } = evaluate(original, eta);
        close(evaluate(other, eta).value, value, 1e-9);
      }
      convert(other, from).coefficients.forEach((value, k) => close(value, weights[k]!, 1e-7));
    }
  }
});

test('a basis of higher degree will do, one of lower degree is refused', () => {
  const parabola = series(legendre(2), [1, 2, 3]);
  expect([...convert(parabola, legendre(4)).coefficients]).toEqual([1, 2, 3, 0, 0]);
  expect(errorOf(() => convert(parabola, legendre(1))).message).toBe(
    'INPUT_INVALID: a basis of degree 1 for a polynomial of degree 2 (at to). Give one of degree 2 or more.',
  );
});
