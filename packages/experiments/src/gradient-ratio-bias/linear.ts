import { type Draw, type Layer, type LayerType, parameter } from './layer.js';

/**
 * x W + b in every token, with W drawn at standard deviation 1/√inputs, or 0 where no draw is given, and b = 0.
 *
 * The type says what the layer is part of.
 */
export function linear(inputs: number, outputs: number, draw: Draw | null, type: LayerType = 'linear'): Layer {
  const scale = 1 / Math.sqrt(inputs);
  const drawn = new Float64Array(inputs * outputs).map(() => (draw === null ? 0 : scale * draw()));
  const weight = parameter(type, drawn);
  const bias = parameter(type, new Float64Array(outputs));
  return {
    parameters: [weight, bias],
    forward(input) {
      const output = product(input, weight.value, bias.value);
      return { output, back: (gradient) => back(input, gradient) };
    },
  };

  function back(input: Float64Array, gradient: Float64Array): Float64Array {
    const { value: w, gradient: dw } = weight;
    const db = bias.gradient;
    const out = new Float64Array(input.length);
    for (let i = 0, row = 0; i < input.length; i += inputs, row += outputs) {
      for (let o = 0; o < outputs; o++) db[o] = db[o]! + gradient[row + o]!;
      for (let k = 0, at = 0; k < inputs; k++) {
        const x = input[i + k]!;
        let total = 0;
        for (let o = 0; o < outputs; o++, at++) {
          const g = gradient[row + o]!;
          dw[at] = dw[at]! + x * g;
          total += w[at]! * g;
        }
        out[i + k] = total;
      }
    }
    return out;
  }
}

/** Rows of x W + b. */
function product(input: Float64Array, weight: Float64Array, bias: Float64Array): Float64Array {
  const outputs = bias.length;
  const inputs = weight.length / outputs;
  const output = new Float64Array((input.length / inputs) * outputs);
  for (let i = 0, row = 0; i < input.length; i += inputs, row += outputs) {
    output.set(bias, row);
    for (let k = 0, at = 0; k < inputs; k++) {
      const x = input[i + k]!;
      for (let o = 0; o < outputs; o++, at++) output[row + o] = output[row + o]! + x * weight[at]!;
    }
  }
  return output;
}
