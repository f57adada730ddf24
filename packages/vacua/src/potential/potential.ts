import { CfcError, type Vector, describe } from '@cfc/core';
import { mirror } from '../linear/mirror.js';
import { addCusps, lowerHessian, plainDiagonal } from './hessian.js';
import type { Parameters } from './parameters.js';
import { productAt } from './product.js';
import { type Slopes, emptySlopes, slopesAt } from './slopes.js';
import { type Terms, termsOf } from './terms.js';
import { valueAt } from './value.js';

/** A potential and its exact derivatives. Points are vectors of length n; every function throws `INPUT_INVALID` for others. */
export interface Potential {
  /** Number of fields. */
  readonly n: number;
  /** What the kernels read. */
  readonly terms: Terms;
  /** V(φ). */
  value(phi: Vector): number;
  /** ∇V(φ). */
  gradient(phi: Vector): Float64Array;
  /** The Hessian by rows, n · n. */
  hessian(phi: Vector): Float64Array;
  /** The Hessian without the diagonal of the cusp, which is as high as aE / d there: the scale of everything else. */
  smoothHessian(phi: Vector): Float64Array;
  /** H(φ) v, in O(n) and one product with L. */
  product(phi: Vector, v: Vector): Float64Array;
}

/**
 * The potential of given parameters.
 *
 * V = Σ kᵢ φᵢ² + φᵀLφ + c·φ - A e^{-aS} + D (1 + N)^{-p} + γ Σ φᵢ⁴; see `Parameters` for the symbols and their ranges.
 * Throws `INPUT_INVALID`, `OPTION_INVALID` and `OPTION_UNKNOWN`.
 *
 * @example
 * const V = potential({ M: [1, 2], A: 1, a: 1, D: 0.2, p: 1.5, gamma: 0.1 });
 * V.gradient(Float64Array.of(0.3, -0.2));
 */
export function potential(parameters: Parameters): Potential {
  return potentialOf(termsOf(parameters));
}

/** The same of terms that were laid out already. */
export function potentialOf(terms: Terms): Potential {
  const { n } = terms;
  const at = (phi: Vector): Slopes => {
    const slopes = emptySlopes(n);
    slopesAt(terms, checkedPoint(phi, n), slopes);
    return slopes;
  };
  const diagonalAt = (phi: Vector, slopes: Slopes, cusps: boolean): Float64Array => {
    const diagonal = new Float64Array(n);
    plainDiagonal(terms, phi, slopes, diagonal);
    if (cusps) addCusps(terms, phi, slopes, diagonal);
    return diagonal;
  };
  const hessian = (phi: Vector, cusps: boolean): Float64Array => {
    const slopes = at(phi);
    const out = new Float64Array(n * n);
    lowerHessian(terms, phi, slopes, diagonalAt(phi, slopes, cusps), out);
    mirror(out, n);
    return out;
  };
  return Object.freeze({
    n,
    terms,
    value: (phi: Vector) => valueAt(terms, checkedPoint(phi, n)),
    gradient(phi: Vector) {
      const { smooth, u, kink } = at(phi);
      return smooth.map((slope, i) => slope + kink * u[i]!);
    },
    hessian: (phi: Vector) => hessian(phi, true),
    smoothHessian: (phi: Vector) => hessian(phi, false),
    product(phi: Vector, v: Vector) {
      const slopes = at(phi);
      const out = new Float64Array(n);
      productAt(terms, phi, slopes, diagonalAt(phi, slopes, true), checkedPoint(v, n), out);
      return out;
    },
  });
}

/** The point itself; throws `INPUT_INVALID` where it is none of n finite numbers. */
export function checkedPoint(phi: Vector, n: number): Vector {
  if (phi.length === n && phi.every(Number.isFinite)) return phi;
  const what =
    phi.length === n ? 'a field is no finite number' : `the point has ${describe(phi.length)} fields, not ${n}`;
  throw new CfcError('INPUT_INVALID', what, 'point', `Give a Float64Array of ${n} finite numbers.`);
}
