import { type Layer, parameter } from './layer.js';

const EPSILON = 1e-5;

/**
 * Every token brought to mean 0 and variance 1, then scaled and shifted number by number: gain (x - mean) / √(variance + 1e-5) + shift.
 *
 * Source: J. Ba, J. Kiros, G. Hinton, arXiv:1607.06450 (2016).
 */
export function layerNorm(width: number): Layer {
  const gain = parameter('norm', new Float64Array(width).fill(1));
  const shift = parameter('norm', new Float64Array(width));
  return {
    parameters: [gain, shift],
    forward(input) {
      const rows = input.length / width;
      const scales = new Float64Array(rows);
      const standard = new Float64Array(input.length);
      for (let r = 0; r < rows; r++) {
        const row = input.subarray(r * width, (r + 1) * width);
        const mean = meanOf(row, (x) => x);
        scales[r] = 1 / Math.sqrt(meanOf(row, (x) => (x - mean) ** 2) + EPSILON);
        for (let i = 0; i < width; i++) standard[r * width + i] = (row[i]! - mean) * scales[r]!;
      }
      const output = standard.map((x, at) => gain.value[at % width]! * x + shift.value[at % width]!);
      return { output, back: (gradient) => back(standard, scales, gradient) };
    },
  };

  function back(standard: Float64Array, scales: Float64Array, gradient: Float64Array): Float64Array {
    const out = new Float64Array(gradient.length);
    for (let r = 0; r < scales.length; r++) {
      const [from, to] = [r * width, (r + 1) * width];
      const row = standard.subarray(from, to);
      const slopes = gradient.subarray(from, to).map((g, i) => g * gain.value[i]!);
      const mean = meanOf(slopes, (g) => g);
      const lean = meanOf(slopes, (g, i) => g * row[i]!);
      for (let i = 0; i < width; i++) {
        const g = gradient[from + i]!;
        gain.gradient[i] = gain.gradient[i]! + g * row[i]!;
        shift.gradient[i] = shift.gradient[i]! + g;
        out[from + i] = scales[r]! * (slopes[i]! - mean - row[i]! * lean);
      }
    }
    return out;
  }
}

function meanOf(row: Float64Array, of: (x: number, i: number) => number): number {
  let total = 0;
  for (let i = 0; i < row.length; i++) total += of(row[i]!, i);
  return total / row.length;
}
