import { SingularValueDecomposition } from 'ml-matrix';
import { conditionNumber, matrixOf, singularValues } from './singular-values.js';

/** What a least-squares fit came to. */
export interface LeastSquares {
  readonly coefficients: Float64Array;
  /** Root of the mean squared residual, in the unit of the data. */
  readonly residual: number;
  /** The same where each datum is predicted from all others; infinite where one is needed to determine the fit. */
  readonly leaveOneOut: number;
  /** σ_max / σ_min of the design matrix. */
  readonly condition: number;
  /** Number of singular values above rounding; below the number of coefficients the shortest solution is taken. */
  readonly rank: number;
}

/**
 * argmin_c (1/N) Σ_i (y_i - Σ_k A_ik c_k)² + ridge Σ_k c_k², by the singular value decomposition of A, with √(N ridge) I below.
 *
 * Leaving one out costs nothing: its residual is r_i / (1 - h_i), with h_i the diagonal of the matrix that takes y to the fit.
 * Source: G. H. Golub, C. F. Van Loan, Matrix Computations (2013), 5.5 and 6.1.
 */
export function leastSquares(rows: readonly Float64Array[], data: readonly number[], ridge: number): LeastSquares {
  const size = rows[0]!.length;
  const weight = Math.sqrt(rows.length * ridge);
  const unit = (k: number): Float64Array => Float64Array.from({ length: size }, (_, j) => (j === k ? weight : 0));
  const all = ridge === 0 ? rows : [...rows, ...Array.from({ length: size }, (_, k) => unit(k))];
  const {
    leftSingularVectors: left,
    rightSingularVectors: right,
    diagonal,
  } = new SingularValueDecomposition(matrixOf(all));
  const rank = diagonal.filter((value) => value > all.length * Number.EPSILON * diagonal[0]!).length;
  const coefficients = new Float64Array(size);
  const leverage = new Float64Array(rows.length);
  for (let j = 0; j < rank; j++) {
    const along = data.reduce((sum, value, i) => sum + value * left.get(i, j), 0) / diagonal[j]!;
    coefficients.forEach((_, k) => (coefficients[k] = coefficients[k]! + along * right.get(k, j)));
    leverage.forEach((_, i) => (leverage[i] = leverage[i]! + left.get(i, j) ** 2));
  }
  const residuals = rows.map((row, i) => data[i]! - row.reduce((sum, entry, k) => sum + entry * coefficients[k]!, 0));
  const left1 = residuals.map((value, i) => (leverage[i]! < FULL ? value / (1 - leverage[i]!) : Infinity));
  return {
    coefficients,
    residual: rootMeanSquare(residuals),
    leaveOneOut: rootMeanSquare(left1),
    condition: conditionNumber(ridge === 0 ? diagonal : singularValues(rows)),
    rank,
  };
}

/** A leverage from which on a datum counts as determined by itself alone. */
const FULL = 1 - 1e-12;

const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
