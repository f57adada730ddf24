import { describe, expect, test } from 'vitest';
import { legendre, orthonormalLegendre, polynomialsAt } from '../../src/index.js';
import { close } from '../support/close.js';
import { errorOf } from '../support/errors.js';
import { GRID, exactDerivative, exactLegendre, exactValue } from '../support/exact.js';

const places = Array.from({ length: 101 }, (_, k) => Math.round(((k - 50) / 50) * GRID));

describe('degree 20', () => {
  const exact = exactLegendre(20);

  test('the explicit sum gives the coefficients that are printed in tables', () => {
    // 2^18 P_20, for example from the tables of Zhang and Jin (1996).
    const printed = [
      46189n,
      -9699690n,
      334639305n,
      -4461857400n,
      30117537450n,
      -116454478140n,
      273491577450n,
      -396713057400n,
      347123925225n,
      -167890003050n,
      34461632205n,
    ];
    exact.coefficients.forEach((value, k) => expect(value).toBe(k % 2 === 0 ? 4n * printed[k / 2]! : 0n));
    expect(exact.over).toBe(2n ** 20n);
  });

  test('values and both derivatives are those of exact arithmetic', () => {
    const [slope, curvature] = [exactDerivative(exact), exactDerivative(exactDerivative(exact))];
    for (const place of places) {
      const found = polynomialsAt(legendre(20), place / GRID);
      close(found.values[20]!, exactValue(exact, place), 1e-14);
      close(found.slopes[20]!, exactValue(slope, place), 1e-13);
      close(found.curvatures[20]!, exactValue(curvature, place), 1e-13);
    }
  });

  test('all lower degrees come along, orthonormal ones √(2k + 1) times as large', () => {
    for (let k = 0; k <= 20; k++) {
      const known = exactLegendre(k);
      for (const place of places.filter((_, i) => i % 25 === 0)) {
        const plain = polynomialsAt(legendre(20), place / GRID).values[k]!;
        close(plain, exactValue(known, place), 1e-14);
        close(polynomialsAt(orthonormalLegendre(20), place / GRID).values[k]!, Math.sqrt(2 * k + 1) * plain, 1e-13);
      }
    }
  });
});

test('the integrals of products are 0 and 1, by a sum that is exact for them', () => {
  // Clenshaw and Curtis' rule with 32 parts is exact up to degree 32 (even terms of the cosine series).
  const parts = 32;
  const weight = (j: number): number => {
    let sum = 0;
    for (let k = 0; k <= parts / 2; k++) {
      const share = k === 0 || k === parts / 2 ? 0.5 : 1;
      sum += (share * Math.cos((2 * Math.PI * k * j) / parts)) / (1 - 4 * k * k);
    }
    return ((j === 0 || j === parts ? 1 : 2) * 2 * sum) / parts / 2;
  };
  const nodes = Array.from({ length: parts + 1 }, (_, j) => ({
    weight: weight(j),
    values: polynomialsAt(orthonormalLegendre(16), Math.cos((Math.PI * j) / parts)).values,
  }));
  for (let a = 0; a <= 16; a++) {
    for (let b = 0; b <= 16; b++) {
      const mean = nodes.reduce((sum, node) => sum + node.weight * node.values[a]! * node.values[b]!, 0);
      close(mean, a === b ? 1 : 0, 1e-13);
    }
  }
});

test('at the ends the values are ±1 and the derivatives k (k + 1) / 2, up to degree 500', () => {
  const [low, high] = [-1, 1].map((xi) => polynomialsAt(legendre(500), xi));
  for (let k = 0; k <= 500; k++) {
    close(high!.values[k]!, 1, 1e-13);
    close(low!.values[k]!, (-1) ** k, 1e-13);
    close(high!.slopes[k]!, (k * (k + 1)) / 2, 1e-12);
    close(high!.curvatures[k]!, ((k - 1) * k * (k + 1) * (k + 2)) / 8, 1e-12);
  }
});

test('a degree that is none is refused', () => {
  for (const degree of [-1, 1.5, NaN, '2' as unknown as number]) {
    for (const make of [legendre, orthonormalLegendre]) {
      expect(errorOf(() => make(degree))).toMatchObject({ code: 'INPUT_INVALID', where: 'degree' });
    }
  }
  expect(errorOf(() => legendre(-1)).message).toBe(
    'INPUT_INVALID: a degree of -1 (at degree). Give a whole number >= 0.',
  );
});
