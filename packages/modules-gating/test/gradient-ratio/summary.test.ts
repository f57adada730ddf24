import { expect, test } from 'vitest';
import { summariseGradients } from '../../src/index.js';

const summed = (...gradient: number[]) =>
  summariseGradients('mlp', [{ type: 'linear', gradient: Float64Array.from(gradient) }]).layers[0]!;

test('a gradient is summed up by its size, norm and magnitudes', () => {
  const layers = [
    { type: 'linear', gradient: Float64Array.of(3, -4) },
    { type: 'norm', gradient: Float64Array.of(-2) },
  ];
  expect(summariseGradients('mlp', layers)).toEqual({
    blueprint: 'mlp',
    layers: [
      { type: 'linear', count: 2, norm: 5, sumAbs: 7 },
      { type: 'norm', count: 1, norm: 2, sumAbs: 2 },
    ],
  });
});

test('norms of huge and of tiny gradients are right, where their squares are not to be had', () => {
  expect(summed(3e300, -4e300)).toEqual({ type: 'linear', count: 2, norm: 5e300, sumAbs: 7e300 });
  expect(summed(3e-300, 4e-300).norm / 5e-300).toBeCloseTo(1, 14);
});

test('no parameters and no gradient give 0, a gradient that is not finite is seen', () => {
  expect(summed()).toEqual({ type: 'linear', count: 0, norm: 0, sumAbs: 0 });
  expect(summed(0, -0)).toEqual({ type: 'linear', count: 2, norm: 0, sumAbs: 0 });
  expect(summed(1, NaN)).toMatchObject({ norm: NaN, sumAbs: NaN });
  expect(summed(1, -Infinity)).toMatchObject({ norm: Infinity, sumAbs: Infinity });
});
