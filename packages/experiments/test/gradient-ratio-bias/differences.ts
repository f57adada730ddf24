import { uniform } from '@cfc/core';
import type { Layer } from '../../src/gradient-ratio-bias/layer.js';
import { drawing } from '../../src/gradient-ratio-bias/task.js';

const STEP = 1e-5;

/** Central difference of a function by one number of an array, which is put back. */
export function difference(of: () => number, values: Float64Array, i: number): number {
  const kept = values[i]!;
  values[i] = kept + STEP;
  const above = of();
  values[i] = kept - STEP;
  const below = of();
  values[i] = kept;
  return (above - below) / (2 * STEP);
}

/** Some places of an array: all of a short one. */
export const places = (size: number, seed: number): readonly number[] =>
  size <= 24
    ? Array.from({ length: size }, (_, i) => i)
    : Array.from({ length: 24 }, (_, k) => Math.floor(size * uniform(seed, 0, k)));

/** Moves every parameter off the place where it begins, so that none is at a special one. */
export function stirred(layer: Layer, seed: number): Layer {
  const draw = drawing(seed, 9);
  for (const { value } of layer.parameters) for (let i = 0; i < value.length; i++) value[i] = value[i]! + 0.3 * draw();
  return layer;
}

/**
 * The largest difference between a layer's gradients and central differences of Σ c · output with random c, by parameters and by
 * input, as a share of the largest gradient.
 */
export function gradientError(layer: Layer, input: Float64Array): number {
  const draw = drawing(1, 8);
  const along = layer.forward(input).output.map(draw);
  const value = (): number => layer.forward(input).output.reduce((sum, y, i) => sum + along[i]! * y, 0);
  for (const { gradient } of layer.parameters) gradient.fill(0);
  const byInput = layer.forward(input).back(along);
  const pairs = [{ value: input, gradient: byInput }, ...layer.parameters].flatMap(({ value: values, gradient }, k) =>
    places(values.length, k).map((i) => [gradient[i]!, difference(value, values, i)] as const),
  );
  const largest = Math.max(...pairs.map(([gradient]) => Math.abs(gradient)));
  return Math.max(...pairs.map(([gradient, expected]) => Math.abs(gradient - expected))) / largest;
}
