import { chain } from './chain.js';
import type { Draw, Layer } from './layer.js';
import { linear } from './linear.js';

/** A convolution over each token and its two neighbours in the sequence; zeros beyond the ends. */
export const convolution = (inputs: number, outputs: number, length: number, draw: Draw): Layer =>
  chain(neighbours(inputs, length), linear(3 * inputs, outputs, draw, 'convolution'));

/** Each token between the one before it and the one after it. */
function neighbours(width: number, length: number): Layer {
  return {
    parameters: [],
    forward(input) {
      const output = new Float64Array(3 * input.length);
      eachNeighbour(input.length, width, length, (from, to) => {
        output[to] = input[from]!;
      });
      return { output, back };
    },
  };

  function back(gradient: Float64Array): Float64Array {
    const out = new Float64Array(gradient.length / 3);
    eachNeighbour(out.length, width, length, (from, to) => {
      out[from] = out[from]! + gradient[to]!;
    });
    return out;
  }
}

/** Calls for every number of the input, with each place that it is copied to. */
function eachNeighbour(size: number, width: number, length: number, visit: (from: number, to: number) => void): void {
  for (let row = 0; row < size / width; row++) {
    for (let offset = -1; offset <= 1; offset++) {
      const place = (row % length) + offset;
      if (place < 0 || place >= length) continue;
      for (let i = 0; i < width; i++) visit((row + offset) * width + i, (3 * row + offset + 1) * width + i);
    }
  }
}
