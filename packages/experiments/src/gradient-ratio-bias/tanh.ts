import type { Layer } from './layer.js';

/** tanh of every number. */
export const tanh: Layer = {
  parameters: [],
  forward(input) {
    const output = new Float64Array(input.length);
    for (let i = 0; i < output.length; i++) output[i] = Math.tanh(input[i]!);
    return { output, back: (gradient) => back(output, gradient) };
  },
};

function back(output: Float64Array, gradient: Float64Array): Float64Array {
  const out = new Float64Array(output.length);
  for (let i = 0; i < out.length; i++) out[i] = gradient[i]! * (1 - output[i]! * output[i]!);
  return out;
}
