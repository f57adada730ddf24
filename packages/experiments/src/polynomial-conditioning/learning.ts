import { dot, norm } from '@cfc/core';
import { type Basis, conditioningOf, convert, series } from '@cfc/modules-polynomial';

/** What of the error has to be left. */
const SHARE = 1e-6;
/** 2^50: more steps are not counted. */
const DOUBLINGS = 50;
export const UNCOUNTED = 2 ** DOUBLINGS;
/** Steps of the run that counts backtracks, at most. */
const WATCHED = 200;

/** How gradient descent learns the coefficients of a function from its values, in one basis. */
export interface Learning {
  /** Steps of the length 1 / λ_max until the root mean square error is 1e-6 of its start; 2^50 stands for more. */
  readonly steps: number;
  /** Step lengths tried in vain by a search from 1 on that halves, over the first 200 steps at most. */
  readonly backtracks: number;
}

type Matrix = readonly Float64Array[];

const times = (matrix: Matrix, vector: Float64Array): Float64Array =>
  Float64Array.from(matrix, (row) => dot(row, vector));

/** Of a symmetric matrix. */
const squared = (matrix: Matrix): Matrix => matrix.map((row) => Float64Array.from(matrix, (other) => dot(row, other)));

/**
 * Gradient descent on L(c) = (1/2N) |A c - y|² from c = 0. In polynomials that are orthonormal for the places (`chaos`) the
 * error s of the function has the length that L measures, and a step of length t takes it to (I - t B Bᵀ) s, B having the
 * basis' polynomials in its columns. Powers of that matrix by squaring count steps without taking them.
 *
 * @param target the function, in `chaos`
 */
export function learning(basis: Basis, chaos: Basis, places: readonly number[], target: readonly number[]): Learning {
  const size = basis.degree + 1;
  const columns = Array.from({ length: size }, (_, k) => {
    const unit = Array.from({ length: size }, (__, j) => (j === k ? 1 : 0));
    return convert(series(basis, unit), chaos).coefficients;
  });
  const rows = Array.from({ length: size }, (_, j) => Float64Array.from(columns, (column) => column[j]!));
  const hessian = squared(rows);
  const step = 1 / conditioningOf(basis, places).largest;
  const shrink = hessian.map((row, j) => row.map((entry, k) => (j === k ? 1 : 0) - step * entry));
  const start = Float64Array.from(target);
  return { steps: stepsOf(shrink, start), backtracks: backtracksOf(hessian, start) };
}

/** The first t for which |Mᵗ s| is at most a share of |s|. */
function stepsOf(matrix: Matrix, start: Float64Array): number {
  const enough = SHARE * norm(start);
  const powers = [matrix];
  while (norm(times(powers.at(-1)!, start)) > enough) {
    if (powers.length > DOUBLINGS) return UNCOUNTED;
    powers.push(squared(powers.at(-1)!));
  }
  let [error, taken] = [start, 0];
  for (let k = powers.length - 2; k >= 0; k--) {
    const next = times(powers[k]!, error);
    if (norm(next) > enough) [error, taken] = [next, taken + 2 ** k];
  }
  return taken + 1;
}

/** Armijo's rule, as the search of the core has it. */
function backtracksOf(hessian: Matrix, start: Float64Array): number {
  const enough = SHARE * norm(start);
  let error = start;
  let count = 0;
  for (let k = 0; k < WATCHED && norm(error) > enough; k++) {
    const push = times(hessian, error);
    const promise = dot(error, push);
    for (let step = 1; ; step /= 2, count++) {
      const next = error.map((value, j) => value - step * push[j]!);
      if (dot(next, next) - dot(error, error) <= -2e-6 * step * promise) {
        error = next;
        break;
      }
    }
  }
  return count;
}
