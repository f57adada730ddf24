import { Matrix, SingularValueDecomposition } from 'ml-matrix';

/** Singular values of a matrix given by its rows, largest first. Those below 1e-16 of the largest are rounding. */
export function singularValues(rows: readonly Float64Array[]): readonly number[] {
  const settings = { computeLeftSingularVectors: false, computeRightSingularVectors: false, autoTranspose: true };
  return new SingularValueDecomposition(matrixOf(rows), settings).diagonal;
}

/** The largest over the smallest. */
export const conditionNumber = (values: readonly number[]): number => values[0]! / values.at(-1)!;

export const matrixOf = (rows: readonly Float64Array[]): Matrix => new Matrix(rows);
