import type { Basis } from '../bases/basis.js';
import { orthonormalityError } from '../bases/gram.js';
import { polynomialsAt } from '../bases/polynomials-at.js';
import { checkSamples } from '../bases/samples.js';
import { conditionNumber, singularValues } from './singular-values.js';

/** How well samples determine the coefficients of a basis. */
export interface Conditioning {
  /** σ_max / σ_min of the design matrix φ_k(ξ_i): by what errors of the data grow in the coefficients, at worst. */
  readonly design: number;
  /** Its square, of the Gram matrix: the Hessian of least squares. Gradient descent takes steps in proportion to it. */
  readonly gram: number;
  /** Largest eigenvalue of the Gram matrix: gradient descent on half the mean squared error is stable below steps of 2 over it. */
  readonly largest: number;
  /** Largest entry of |G - I| of the Gram matrix G; 0 where the basis is orthonormal for the samples. */
  readonly orthonormality: number;
}

/**
 * Conditioning of fits in a basis by samples of ξ. Values of `design` beyond 1e15 say only that it is so large.
 *
 * @throws `INPUT_INVALID` for a sample outside of [-1, 1], or no more distinct samples than the degree
 */
export function conditioningOf(basis: Basis, samples: readonly number[]): Conditioning {
  checkSamples(samples, basis.degree);
  const values = singularValues(samples.map((xi) => polynomialsAt(basis, xi).values));
  const design = conditionNumber(values);
  const largest = values[0]! ** 2 / samples.length;
  return { design, gram: design ** 2, largest, orthonormality: orthonormalityError(basis, samples) };
}
