import { normal } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { curvatureBound, etaMonomial, legendre, monomial, series } from '../../src/index.js';
import { clenshaw } from '../../src/series/clenshaw.js';
import { convert } from '../../src/series/convert.js';
import { bases } from '../support/bases.js';
import { close } from '../support/close.js';

const FINE = 4000;

/** Largest |d²F/dξ²| over a fine grid. */
function largest(of: ReturnType<typeof series>): number {
  const out = new Float64Array(3);
  let most = 0;
  for (let i = 0; i <= FINE; i++) {
    clenshaw(of, (2 * i) / FINE - 1, out);
    most = Math.max(most, Math.abs(out[2]!));
  }
  return most;
}

describe('the bound of the curvature is never below it, and at most 2% above', () => {
  test.each(Object.keys(bases(1)))('%s', (name) => {
    for (let seed = 0; seed < 40; seed++) {
      const degree = 2 + (seed % 11);
      const weights = Array.from({ length: degree + 1 }, (_, k) => normal(seed, 0, k));
      const of = series(bases(degree)[name]!, weights);
      const most = largest(of);
      expect(curvatureBound(of)).toBeGreaterThanOrEqual(most);
      expect(curvatureBound(of)).toBeLessThanOrEqual(1.021 * most);
    }
  });

  test('where the points miss every extremum alike: Chebyshev polynomials as second derivatives', () => {
    // F'' = T_m: F by integrating twice in monomials.
    let [before, last] = [[1], [0, 1]];
    for (let m = 2; m <= 12; m++) {
      const next = [0, ...last.map((value) => 2 * value)];
      before.forEach((value, k) => (next[k] = next[k]! - value));
      [before, last] = [last, next];
      const twice = [0, 0, ...next.map((value, k) => value / ((k + 1) * (k + 2)))];
      const bound = curvatureBound(series(monomial(m + 2), twice));
      expect(bound).toBeGreaterThanOrEqual(1);
      expect(bound).toBeLessThanOrEqual(1.02);
    }
  });
});

test('constant curvatures are met exactly, lines have none', () => {
  close(curvatureBound(series(monomial(2), [5, -1, 3])), 6, 1e-13);
  expect(curvatureBound(series(monomial(1), [5, -1]))).toBe(0);
  expect(curvatureBound(series(legendre(0), [5]))).toBe(0);
});

test('it holds for the exact polynomial where monomials cancel to a rounding error', () => {
  // P_12 in powers of η: coefficients up to 1e9 whose sum is of order 1.
  const of = convert(series(legendre(12), [...new Array<number>(12).fill(0), 1]), etaMonomial(12));
  const exact = (11 * 12 * 13 * 14) / 8;
  expect(curvatureBound(of)).toBeGreaterThanOrEqual(exact);
  expect(curvatureBound(of)).toBeLessThan(1.1 * exact);
});
