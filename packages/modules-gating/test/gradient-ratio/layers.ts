import { normal } from '@cfc/core';
import fc from 'fast-check';
import { type GradientSummary, type LayerGradient, summariseGradients } from '../../src/index.js';

/** A layer whose gradient has the norm and the sum of magnitudes given. */
export const layer = (type: string, count: number, norm: number, sumAbs = norm): LayerGradient => ({
  type,
  count,
  norm,
  sumAbs,
});

export const network = (blueprint: string, ...layers: readonly LayerGradient[]): GradientSummary => ({
  blueprint,
  layers,
});

/** A network of one layer with a standard normal gradient. */
export const random = (blueprint: string, count: number, seed: number, draw: number): GradientSummary =>
  summariseGradients(blueprint, [
    { type: 'linear', gradient: new Float64Array(count).map((_, i) => normal(seed, draw, i)) },
  ]);

/** Anything that a double can hold. */
const wild = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, 5e-324, 1e-300, 1e-8, 1e300, Number.MAX_VALUE, Infinity, -Infinity, NaN),
);
const count = fc.oneof(fc.integer({ min: 0, max: 1000 }), wild);
const type = fc.constantFrom('linear', 'attention', 'norm', '__proto__');

/** Networks of any numbers at all, empty ones too. */
export const wildNetwork: fc.Arbitrary<GradientSummary> = fc.record({
  blueprint: fc.constantFrom('mlp', 'conv', '__proto__', 'constructor'),
  layers: fc.array(fc.record({ type, count, norm: wild, sumAbs: wild }), { maxLength: 5 }),
});

const plain = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

/** Networks of ordinary gradients, with one layer at least. */
export const plainNetwork: fc.Arbitrary<GradientSummary> = fc.record({
  blueprint: fc.constantFrom('mlp', 'conv'),
  layers: fc.array(fc.record({ type, count: fc.integer({ min: 1, max: 1000 }), norm: plain, sumAbs: plain }), {
    minLength: 1,
    maxLength: 5,
  }),
});
