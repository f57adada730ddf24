import { CfcError } from '@cfc/core';
import type { Basis } from '../bases/basis.js';
import { checkDetermined, checkEtas, checkNumbers } from './checks.js';
import { type Fit, type FitOptions, fitOptions, fitted } from './fit.js';
import { lawRow } from './law.js';

/** Places and what was measured there, of one length. */
export interface RateSamples {
  /** In [0, 1]. */
  readonly etas: readonly number[];
  /** dη/dt there, or any function's values for the law `direct`. */
  readonly rates: readonly number[];
}

/**
 * Fits an expansion to rates by least squares: (1/N) Σ_i (rate_i - rate(η_i))² + ridge Σ_k c_k² is least.
 *
 * The law `direct` fits a right-hand side dη/dt = Σ c_k φ_k(ξ), or any function by its values; `gradient` fits the energy of
 * dη/dt = -dF/dη, with c_0 = 0. In a basis that is orthonormal for the samples the direct fit is perfectly conditioned.
 *
 * @param options.law `direct` by default
 * @param options.ridge >= 0, 0 by default
 * @throws `INPUT_INVALID` for η outside of [0, 1], rates that are not finite or of another number, fewer distinct places
 * than coefficients where there is no ridge; `OPTION_INVALID`
 *
 * Source: N. Wildt et al., arXiv:2511.15619 (2025), for the right-hand side as an expansion in such polynomials.
 */
export function fitRates(basis: Basis, { etas, rates }: RateSamples, options: FitOptions = {}): Fit {
  const settings = fitOptions(options, 'fitRates');
  checkEtas(etas, 'etas');
  checkNumbers(rates, 'rates');
  if (rates.length !== etas.length) {
    const what = `${rates.length} rates for ${etas.length} places`;
    throw new CfcError('INPUT_INVALID', what, 'rates', 'Give one for each.');
  }
  checkDetermined(settings, basis, etas);
  return fitted(
    basis,
    etas.map((eta) => lawRow(settings.law, basis, eta).rates),
    rates,
    settings,
  );
}
