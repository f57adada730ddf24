import { normal } from '@cfc/core';

/** Where a dense layer's numbers stand in the list of all parameters: `outputs` rows of `inputs` weights, then biases. */
export interface Layer {
  readonly at: number;
  readonly inputs: number;
  readonly outputs: number;
}

/** Layers of these widths, one after another, from `at` on. */
export function layersOf(widths: readonly number[], at = 0): Layer[] {
  return widths.slice(1).map((outputs, k) => {
    const layer = { at, inputs: widths[k]!, outputs };
    at += sizeOf(layer);
    return layer;
  });
}

/** How many numbers a layer has. */
export const sizeOf = ({ inputs, outputs }: Layer): number => (inputs + 1) * outputs;

/** Normal weights of variance 2 / inputs, biases 0. Source: K. He, X. Zhang, S. Ren, J. Sun, ICCV (2015), arXiv:1502.01852. */
export function startLayer(x: Float64Array, { at, inputs, outputs }: Layer, seed: number): void {
  for (let k = 0; k < inputs * outputs; k++) x[at + k] = normal(seed, 1, at + k) * Math.sqrt(2 / inputs);
}

/** out = W input + b. */
export function forward(x: Float64Array, { at, inputs, outputs }: Layer, input: Float64Array, out: Float64Array): void {
  for (let o = 0; o < outputs; o++) {
    let sum = x[at + inputs * outputs + o]!;
    for (let i = 0, w = at + o * inputs; i < inputs; i++) sum += x[w + i]! * input[i]!;
    out[o] = sum;
  }
}

/** Adds to the gradient of the parameters, and writes that of the input where `back` is given. */
export function backward(
  x: Float64Array,
  gradient: Float64Array,
  { at, inputs, outputs }: Layer,
  input: Float64Array,
  slope: Float64Array,
  back: Float64Array | null,
): void {
  back?.fill(0);
  for (let o = 0; o < outputs; o++) {
    const g = slope[o]!;
    if (g === 0) continue;
    const w = at + o * inputs;
    gradient[at + inputs * outputs + o]! += g;
    for (let i = 0; i < inputs; i++) gradient[w + i]! += g * input[i]!;
    if (back !== null) for (let i = 0; i < inputs; i++) back[i]! += g * x[w + i]!;
  }
}
