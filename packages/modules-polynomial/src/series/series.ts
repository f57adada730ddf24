import { CfcError } from '@cfc/core';
import type { Basis } from '../bases/basis.js';

/** F = Σ_k coefficients_k φ_k. */
export interface Series {
  readonly basis: Basis;
  /** One for each polynomial, from φ_0 on. */
  readonly coefficients: readonly number[];
}

/** Puts coefficients to their polynomials. Throws `INPUT_INVALID` unless there is a finite one for each. */
export function series(basis: Basis, coefficients: ArrayLike<number>): Series {
  if (coefficients.length !== basis.degree + 1) {
    const what = `${coefficients.length} coefficients for a basis of degree ${basis.degree}`;
    throw new CfcError('INPUT_INVALID', what, 'coefficients', `Give ${basis.degree + 1}, from that of φ_0 on.`);
  }
  const copy = Array.from(coefficients);
  const bad = copy.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new CfcError('INPUT_INVALID', `the coefficient ${copy[bad]!}`, `coefficients[${bad}]`);
  return Object.freeze({ basis, coefficients: Object.freeze(copy) });
}
