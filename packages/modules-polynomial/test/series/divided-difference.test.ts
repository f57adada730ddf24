import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legendre, series } from '../../src/index.js';
import { dividedDifference } from '../../src/series/divided-difference.js';
import { clenshaw } from '../../src/series/clenshaw.js';
import { bases } from '../support/bases.js';
import { GRID, exactLegendre, ratio } from '../support/exact.js';

describe('the divided difference', () => {
  const spot = fc.integer({ min: -GRID, max: GRID });

  test('is exact to rounding between neighbours too, where values would cancel', () => {
    // Σ_k w_k P_k with whole w, at whole places over the grid: exact arithmetic gives (F(b) - F(a)) / (b - a).
    const degree = 8;
    const whole = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: degree + 1, maxLength: degree + 1 });
    const parts = Array.from({ length: degree + 1 }, (_, k) => exactLegendre(k));
    const exact = (weights: readonly number[], place: bigint): bigint => {
      let sum = 0n;
      const grid = BigInt(GRID);
      weights.forEach((weight, k) => {
        const scale = 2n ** BigInt(degree) / parts[k]!.over;
        parts[k]!.coefficients.forEach((value, j) => {
          sum += BigInt(weight) * scale * value * place ** BigInt(j) * grid ** BigInt(degree - j);
        });
      });
      return sum;
    };
    fc.assert(
      fc.property(whole, spot, fc.oneof(fc.constantFrom(1, 2, 1000), fc.integer({ min: 1, max: GRID })), (w, a, by) => {
        const b = a + by <= GRID ? a + by : a - by;
        fc.pre(b >= -GRID);
        const difference = exact(w, BigInt(b)) - exact(w, BigInt(a));
        const under = 2n ** BigInt(degree) * BigInt(GRID) ** BigInt(degree - 1) * BigInt(b - a);
        const expected = under < 0n ? ratio(-difference, -under) : ratio(difference, under);
        const found = dividedDifference(series(legendre(degree), w), a / GRID, b / GRID);
        const size = w.reduce((sum, weight, k) => sum + (Math.abs(weight) * k * (k + 1)) / 2, 1);
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-15 * size);
      }),
      { seed: 2 },
    );
  });

  test.each(Object.keys(bases(1)))('is the slope where both places are one, and symmetric: %s', (name) => {
    const out = new Float64Array(3);
    const of = series(bases(6)[name]!, [1, -2, 0.5, 0.3, -1, 0.2, 0.1]);
    fc.assert(
      fc.property(spot, spot, (a, b) => {
        clenshaw(of, a / GRID, out);
        const size = 1e-13 * (1 + Math.abs(out[1]!) + Math.abs(out[0]!));
        expect(Math.abs(dividedDifference(of, a / GRID, a / GRID) - out[1]!)).toBeLessThanOrEqual(size);
        const [there, back] = [dividedDifference(of, a / GRID, b / GRID), dividedDifference(of, b / GRID, a / GRID)];
        expect(Math.abs(there - back)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(there)));
      }),
      { seed: 3, numRuns: 50 },
    );
  });
});
