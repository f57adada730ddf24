import { expect, test } from 'vitest';
import { type PenaltyOptions, createDual } from '../../src/index.js';

/** Coefficients over some violations. */
function coefficients(
  penalty: PenaltyOptions,
  values: readonly (number | null)[],
  sense: 'atMost' | 'equal' = 'atMost',
) {
  const dual = createDual({ constraints: { g: { target: 0, penalty, sense } } });
  return values.map((g) => dual.step({ values: { g } }).constraints.g!.penalty);
}

test('a constant coefficient stays, a number is one', () => {
  expect(coefficients(3, [1, 2, -1])).toEqual([3, 3, 3]);
  expect(coefficients({ type: 'constant', c: 3 }, [1, 2, -1])).toEqual([3, 3, 3]);
});

test('a geometric one grows after every period of accepted values, up to its bound', () => {
  const penalty: PenaltyOptions = { type: 'geometric', c: 1, factor: 3, every: 2, max: 5 };
  expect(coefficients(penalty, [1, NaN, 1, 1, 1, null, 1, 1])).toEqual([1, 1, 1, 3, 3, 3, 5, 5]);
});

test('an adaptive one grows only where the violation did not fall enough', () => {
  const penalty: PenaltyOptions = { type: 'adaptive', c: 1, factor: 10, every: 2, shrink: 0.5 };
  // Ends of periods: 8, 5 (not half), 2 (enough), 2 (not), met.
  expect(coefficients(penalty, [9, 8, 8, 5, 5, 2, 2, 2, -1, -1])).toEqual([1, 1, 1, 10, 10, 10, 10, 100, 100, 100]);
  expect(coefficients(penalty, [-9, -8, -8, -5], 'equal')).toEqual([1, 1, 1, 10]);
});

test('an adaptive one stays once the constraint is met up to its tolerance', () => {
  const penalty: PenaltyOptions = { type: 'adaptive', c: 1, every: 1, tolerance: 1e-3 };
  expect(coefficients(penalty, [1, 9e-4, 9e-4, 9e-4, 2e-3, 2e-3])).toEqual([1, 1, 1, 1, 2, 4]);
});

test('a growing coefficient finds the minimum of a concave problem without being told how large c has to be', () => {
  const penalty: PenaltyOptions = { type: 'adaptive', c: 0.25, factor: 2, every: 50, tolerance: 1e-8 };
  const bound = { target: 1, penalty, rate: 0.1 };
  const dual = createDual({ constraints: { upper: bound, lower: bound }, order: 'simultaneous' });
  let x = 0.3;
  for (let t = 0; t < 4000; t++) {
    const { upper, lower } = dual.step({ values: { upper: x, lower: -x } }).constraints;
    x -= 0.02 * (-x + upper!.weight - lower!.weight);
  }
  expect(Math.abs(x - 1)).toBeLessThan(1e-6);
  expect(Math.abs(dual.multipliers().upper! - 1)).toBeLessThan(1e-6);
});
