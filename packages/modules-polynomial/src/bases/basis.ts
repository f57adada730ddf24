import { CfcError, type Vector, describe } from '@cfc/core';

/**
 * Polynomials φ_0, ..., φ_n of ξ = 2η - 1 by their three-term recurrence, from which everything else is computed:
 *
 *   φ_0 = 1,  φ_{k+1} = scale_k (ξ - centre_k) φ_k - back_k φ_{k-1},  with back_0 = 0.
 */
export interface Basis {
  /** n >= 0, the degree of the last of them. */
  readonly degree: number;
  /** One for each k from 0 to n - 1, like `centre` and `back`; not 0. */
  readonly scale: Vector;
  readonly centre: Vector;
  readonly back: Vector;
}

/** A basis out of a rule for its recurrence. Throws `INPUT_INVALID` for a degree that is none. */
export function recurrence(
  degree: number,
  rule: (k: number) => readonly [scale: number, centre: number, back: number],
): Basis {
  checkDegree(degree);
  const column = (at: 0 | 1 | 2): Float64Array => Float64Array.from({ length: degree }, (_, k) => rule(k)[at]);
  return Object.freeze({ degree, scale: column(0), centre: column(1), back: column(2) });
}

export function checkDegree(degree: number): void {
  if (Number.isInteger(degree) && degree >= 0) return;
  throw new CfcError('INPUT_INVALID', `a degree of ${describe(degree)}`, 'degree', 'Give a whole number >= 0.');
}
