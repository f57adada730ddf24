import type { Row } from './rows.js';

/** Mean and standard deviation of each feature, of the rows that a model was fitted on. Plain data. */
export interface Scaler {
  readonly mean: readonly number[];
  /** Divided by the number of rows; 1 for a feature that never changes. */
  readonly deviation: readonly number[];
}

/** Mean and deviation of each column. */
export function scalerOf(rows: readonly Row[]): Scaler {
  const mean = rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
  const deviation = mean.map((m, j) => {
    const variance = rows.reduce((sum, row) => sum + (row[j]! - m) ** 2, 0) / rows.length;
    return variance > 1e-24 * (1 + m * m) ? Math.sqrt(variance) : 1;
  });
  return { mean, deviation };
}

/** Rows of mean 0 and deviation 1, as far as they are like those of the scaler. */
export const scaled = ({ mean, deviation }: Scaler, rows: readonly Row[]): Float64Array[] =>
  rows.map((row) => Float64Array.from(row, (value, j) => (value - mean[j]!) / deviation[j]!));
