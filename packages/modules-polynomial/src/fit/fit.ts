import { choice, number } from '@cfc/core';
import type { Basis } from '../bases/basis.js';
import { type Series, series } from '../series/series.js';
import { type Law, completed } from './law.js';
import { leastSquares } from './least-squares.js';

/** A fitted polynomial, and how far it is to be trusted. */
export interface Fit {
  readonly series: Series;
  /** Root of the mean squared residual, in the unit of the rates. */
  readonly residual: number;
  /** The same where each sample is predicted from all others; infinite where one is needed to determine the fit. */
  readonly leaveOneOut: number;
  /** σ_max / σ_min of the design matrix, without the ridge. */
  readonly condition: number;
  /** Coefficients that the samples determine; where not all are, the shortest solution is taken. */
  readonly rank: number;
}

/** How samples are fitted. */
export interface FitOptions {
  /** `direct` (the default) or `gradient`. */
  readonly law?: Law;
  /** Weight >= 0 of Σ c_k² beside the mean squared residual, 0 by default. */
  readonly ridge?: number;
}

const fields = {
  law: choice('direct', ['direct', 'gradient'], 'what the polynomial says of the rates'),
  ridge: number(0, 'weight of the squared coefficients', { min: 0 }),
};

/** The options with their defaults. Throws `OPTION_INVALID`. */
export function fitOptions(given: FitOptions, where: string): Required<FitOptions> {
  return {
    law: fields.law.check(given.law ?? 'direct', `${where}.law`),
    ridge: fields.ridge.check(given.ridge ?? 0, `${where}.ridge`),
  };
}

/** Least squares for the coefficients that a law determines. */
export function fitted(
  basis: Basis,
  rows: readonly Float64Array[],
  data: readonly number[],
  { law, ridge }: Required<FitOptions>,
): Fit {
  const { coefficients, ...rest } = leastSquares(rows, data, ridge);
  return { series: series(basis, completed(law, coefficients)), ...rest };
}
