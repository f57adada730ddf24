import type { Matrix } from '@cfc/modules-attention';

/** A B. */
export function product(a: Matrix, b: Matrix): Matrix {
  const data = new Float64Array(a.rows * b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) addRow(data, i, b, k, a.data[i * a.columns + k]!);
  }
  return { rows: a.rows, columns: b.columns, data };
}

/** Adds Aᵀ B to `out`. */
export function addTransposedProduct(a: Matrix, b: Matrix, out: Float64Array): void {
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) addRow(out, k, b, i, a.data[i * a.columns + k]!);
  }
}

function addRow(out: Float64Array, to: number, { columns, data }: Matrix, from: number, factor: number): void {
  for (let j = 0; j < columns; j++) out[to * columns + j] = out[to * columns + j]! + factor * data[from * columns + j]!;
}
