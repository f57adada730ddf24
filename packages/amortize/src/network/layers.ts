import { normal } from '@cfc/core';

/** Numbers of units, from the inputs to the outputs: at least two. */
export type Widths = readonly number[];

/** How many parameters: for each layer its weights, row by row of its outputs, then its biases. */
export const sizeOf = (widths: Widths): number =>
  widths.slice(1).reduce((total, out, l) => total + out * (widths[l]! + 1), 0);

/**
 * Parameters to begin with: weights normal with variance 1 / inputs, biases 0.
 * Source: Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, Efficient BackProp (1998).
 */
export function initial(widths: Widths, seed: number): Float64Array {
  const parameters = new Float64Array(sizeOf(widths));
  let at = 0;
  widths.slice(1).forEach((out, l) => {
    const scale = 1 / Math.sqrt(widths[l]!);
    for (let k = 0; k < out * widths[l]!; k++, at++) parameters[at] = scale * normal(seed, l, k);
    at += out;
  });
  return parameters;
}

/** Room for the values of all units of one sample. */
export const unitsOf = (widths: Widths): readonly Float64Array[] => widths.map((width) => new Float64Array(width));

/**
 * Runs the network on what stands in `units[0]`: z = W x + b in every layer, x = tanh z but in the last, where z stays: the
 * logit of the output.
 */
export function forward(widths: Widths, parameters: ArrayLike<number>, units: readonly Float64Array[]): void {
  let at = 0;
  for (let l = 1; l < widths.length; l++) {
    const [input, output] = [units[l - 1]!, units[l]!];
    const biases = at + output.length * input.length;
    for (let j = 0; j < output.length; j++) {
      let sum = parameters[biases + j]!;
      for (let i = 0; i < input.length; i++) sum += parameters[at++]! * input[i]!;
      output[j] = l === widths.length - 1 ? sum : Math.tanh(sum);
    }
    at = biases + output.length;
  }
}

/** σ(z) = 1 / (1 + e^-z). */
export function logistic(z: number): number {
  const small = Math.exp(-Math.abs(z));
  return (z < 0 ? small : 1) / (1 + small);
}
