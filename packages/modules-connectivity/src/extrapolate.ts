import { CfcError } from '@cfc/core';

/** An estimate on a lattice of linear size `size`, with its standard error. */
export interface SizedEstimate {
  readonly size: number;
  readonly value: number;
  /** > 0. */
  readonly error: number;
}

/** The limit of infinite size. */
export interface Limit {
  readonly value: number;
  /** Standard error of the limit, from those of the estimates. */
  readonly error: number;
  /** Coefficient of size^-power. */
  readonly slope: number;
}

/** 1 / ν of percolation in two dimensions, ν = 4/3. */
const INVERSE_NU = 3 / 4;

/**
 * Finite-size extrapolation: fits value = limit + slope · size^-power by least squares, weighted by 1 / error².
 *
 * @param power 1 / ν; 3/4 by default, as for percolation in two dimensions
 * @throws `INPUT_INVALID` for fewer than two sizes, or an error that is not above 0
 *
 * Source: D. Stauffer and A. Aharony, Introduction to Percolation Theory (1994), section 4.1.
 */
export function extrapolate(estimates: readonly SizedEstimate[], power = INVERSE_NU): Limit {
  if (new Set(estimates.map(({ size }) => size)).size < 2) {
    throw new CfcError('INPUT_INVALID', 'a line needs estimates at two sizes', 'estimates', 'Give another size.');
  }
  let [w, wx, wy, wxx, wxy] = [0, 0, 0, 0, 0];
  for (const [k, { size, value, error }] of estimates.entries()) {
    if (!(error > 0 && Number.isFinite(error))) {
      const fix = 'Give the standard error of the mean over several seeds.';
      throw new CfcError('INPUT_INVALID', `the error is ${error}`, `estimates[${k}].error`, fix);
    }
    const weight = error ** -2;
    const x = size ** -power;
    w += weight;
    wx += weight * x;
    wy += weight * value;
    wxx += weight * x * x;
    wxy += weight * x * value;
  }
  const determinant = w * wxx - wx * wx;
  return {
    value: (wxx * wy - wx * wxy) / determinant,
    error: Math.sqrt(wxx / determinant),
    slope: (w * wxy - wx * wy) / determinant,
  };
}
