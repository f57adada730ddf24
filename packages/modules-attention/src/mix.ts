import type { Configuration } from './configuration.js';
import { type Matrix, zeros } from './matrix.js';

/** Σ_j A_j x_j for each query: the rows x of a matrix, mixed by the weights. */
export function mix(
  { queries, start, key }: Configuration,
  weights: Readonly<Float64Array>,
  { columns, data }: Matrix,
): Matrix {
  const out = zeros(queries.rows, columns);
  for (let i = 0; i < queries.rows; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      addRow(out.data, i * columns, data, key[e]! * columns, columns, weights[e]!);
    }
  }
  return out;
}

/** Adds a multiple of the `size` entries at `from` to those at `to`. */
export function addRow(
  out: Float64Array,
  to: number,
  of: Readonly<Float64Array>,
  from: number,
  size: number,
  factor: number,
): void {
  for (let c = 0; c < size; c++) out[to + c] = out[to + c]! + factor * of[from + c]!;
}
