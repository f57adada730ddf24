import { chain } from './chain.js';
import type { Draw, Layer } from './layer.js';
import { linear } from './linear.js';

/**
 * Self-attention with one head: softmax(q kᵀ / √depth) v, every token of a sequence over all of them, and a projection back to the
 * width of the input, which begins at 0 where `closed`.
 *
 * Source: A. Vaswani et al., arXiv:1706.03762 (2017), 3.2.
 */
export const attention = (width: number, depth: number, length: number, draw: Draw, closed: boolean): Layer =>
  chain(
    linear(width, 3 * depth, draw, 'attention'),
    attend(depth, length),
    linear(depth, width, closed ? null : draw, 'attention'),
  );

/** Rows of (query, key, value) to rows of values, mixed by attention within each sequence. */
function attend(depth: number, length: number): Layer {
  const scale = 1 / Math.sqrt(depth);
  const wide = 3 * depth;
  return {
    parameters: [],
    forward(input) {
      const rows = input.length / wide;
      const weights = new Float64Array(rows * length);
      const output = new Float64Array(rows * depth);
      for (let row = 0; row < rows; row++) {
        const first = row - (row % length);
        const own = weights.subarray(row * length, (row + 1) * length);
        for (let k = 0; k < length; k++)
          own[k] = scale * product(input, row * wide, input, (first + k) * wide + depth, depth);
        softmax(own);
        for (let k = 0; k < length; k++)
          add(output, row * depth, input, (first + k) * wide + 2 * depth, own[k]!, depth);
      }
      return { output, back: (gradient) => back(input, weights, gradient) };
    },
  };

  function back(input: Float64Array, weights: Float64Array, gradient: Float64Array): Float64Array {
    const out = new Float64Array(input.length);
    const slopes = new Float64Array(length);
    for (let row = 0; row < input.length / wide; row++) {
      const first = row - (row % length);
      const own = weights.subarray(row * length, (row + 1) * length);
      let mean = 0;
      for (let k = 0; k < length; k++) {
        const value = (first + k) * wide + 2 * depth;
        slopes[k] = product(gradient, row * depth, input, value, depth);
        mean += own[k]! * slopes[k]!;
        add(out, value, gradient, row * depth, own[k]!, depth);
      }
      for (let k = 0; k < length; k++) {
        const [query, key] = [row * wide, (first + k) * wide + depth];
        const slope = scale * own[k]! * (slopes[k]! - mean);
        add(out, query, input, key, slope, depth);
        add(out, key, input, query, slope, depth);
      }
    }
    return out;
  }
}

/** a[i..] · b[j..] over `size` numbers. */
function product(a: Float64Array, i: number, b: Float64Array, j: number, size: number): number {
  let total = 0;
  for (let k = 0; k < size; k++) total += a[i + k]! * b[j + k]!;
  return total;
}

/** to[i..] += factor · from[j..] over `size` numbers. */
function add(to: Float64Array, i: number, from: Float64Array, j: number, factor: number, size: number): void {
  for (let k = 0; k < size; k++) to[i + k] = to[i + k]! + factor * from[j + k]!;
}

/** In place. */
function softmax(row: Float64Array): void {
  const most = row.reduce((a, b) => Math.max(a, b));
  let total = 0;
  for (let k = 0; k < row.length; k++) total += row[k] = Math.exp(row[k]! - most);
  for (let k = 0; k < row.length; k++) row[k] = row[k]! / total;
}
