import { isCfcError } from '@cfc/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Parameters, potential } from '../../src/index.js';
import { potentials } from '../support/parameters.js';

const simple: Parameters = { M: [1, 2], A: 1, a: 1, D: 0.2, p: 1.5, gamma: 0.1 };

describe('derivatives', () => {
  test('the gradient is the slope of V, and the Hessian that of the gradient', () => {
    fc.assert(
      fc.property(potentials(5, 0.5), ({ parameters, phi, v }) => {
        const V = potential(parameters);
        const h = 1e-5;
        const [ahead, behind] = [phi.map((x, i) => x + h * v[i]!), phi.map((x, i) => x - h * v[i]!)];
        const slope = V.gradient(phi).reduce((sum, g, i) => sum + g * v[i]!, 0);
        expect(slope).toBeCloseTo((V.value(ahead) - V.value(behind)) / (2 * h), 7);
        const [later, earlier, image] = [V.gradient(ahead), V.gradient(behind), V.product(phi, v)];
        image.forEach((x, i) => expect(x).toBeCloseTo((later[i]! - earlier[i]!) / (2 * h), 6));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('the product is the Hessian times the vector, the Hessian is symmetric, and only cusps tell it from the smooth one', () => {
    fc.assert(
      fc.property(potentials(8), ({ parameters, phi, v }) => {
        const V = potential(parameters);
        const [H, smooth, image] = [V.hessian(phi), V.smoothHessian(phi), V.product(phi, v)];
        const n = V.n;
        for (let i = 0; i < n; i++) {
          let row = 0;
          for (let j = 0; j < n; j++) {
            row += H[i * n + j]! * v[j]!;
            expect(H[i * n + j]).toBe(H[j * n + i]);
            if (i !== j) expect(smooth[i * n + j]).toBe(H[i * n + j]);
          }
          expect(smooth[i * n + i]).toBeLessThanOrEqual(H[i * n + i]!);
          expect(Math.abs(row - image[i]!)).toBeLessThan(1e-10 * (1 + Math.abs(H[i * n + i]!)));
        }
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  test('at the origin the Hessian is as high as aE / d', () => {
    const [d, A, a] = [1e-6, 2, 1.5];
    const H = potential({ M: [1], A, a, D: 0, p: 1, gamma: 0, d }).hessian(Float64Array.of(0));
    expect(H[0]! / ((a * A * Math.exp(-a * d)) / d + 2)).toBeCloseTo(1, 12);
  });
});

describe('bad parameters are refused where they are', () => {
  const without = (name: keyof Parameters) =>
    Object.fromEntries(Object.entries(simple).filter(([key]) => key !== name));
  test.each([
    [{ ...simple, M: [] }, 'INPUT_INVALID', 'potential.M'],
    [{ ...simple, M: [1, NaN] }, 'INPUT_INVALID', 'potential.M[1]'],
    [{ ...simple, M: undefined }, 'INPUT_INVALID', 'potential.M'],
    [{ ...simple, linear: [1] }, 'INPUT_INVALID', 'potential.linear'],
    [{ ...simple, L: [[0, 1]] }, 'INPUT_INVALID', 'potential.L'],
    [
      {
        ...simple,
        L: [
          [0, 1],
          [2, 0],
        ],
      },
      'INPUT_INVALID',
      'potential.L',
    ],
    [{ ...simple, L: [[0, 1], [1]] }, 'INPUT_INVALID', 'potential.L[1]'],
    [{ ...simple, A: -1 }, 'OPTION_INVALID', 'potential.A'],
    [{ ...simple, a: 0 }, 'OPTION_INVALID', 'potential.a'],
    [{ ...simple, D: -0.1 }, 'OPTION_INVALID', 'potential.D'],
    [{ ...simple, p: 0 }, 'OPTION_INVALID', 'potential.p'],
    [{ ...simple, d: 0 }, 'OPTION_INVALID', 'potential.d'],
    [{ ...simple, gamma: Infinity }, 'OPTION_INVALID', 'potential.gamma'],
    [without('gamma'), 'OPTION_INVALID', 'potential'],
    [{ ...simple, massShift: 1 }, 'OPTION_UNKNOWN', 'potential'],
  ])('%j', (parameters, code, where) => {
    const attempt = (): unknown => potential(parameters as unknown as Parameters);
    expect(attempt).toThrow(expect.objectContaining({ code, where }));
  });

  test('points of another length or with holes are refused', () => {
    const V = potential(simple);
    for (const phi of [
      Float64Array.of(1),
      Float64Array.of(1, 2, 3),
      Float64Array.of(1, NaN),
      Float64Array.of(Infinity, 0),
    ]) {
      for (const attempt of [
        () => V.value(phi),
        () => V.gradient(phi),
        () => V.hessian(phi),
        () => V.product(phi, phi),
      ]) {
        expect(attempt).toThrow('INPUT_INVALID');
      }
    }
    const error = (() => {
      try {
        return V.value(Float64Array.of(1));
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(isCfcError(error)).toBe(true);
  });
});
