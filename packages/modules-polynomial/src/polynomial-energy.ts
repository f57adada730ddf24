import { CfcError, choice, defineModule, isCfcError, list, neededList, unitInterval } from '@cfc/core';
import { basisOf } from './bases/basis-of.js';
import { polynomialKernel } from './polynomial-kernel.js';
import { clenshaw } from './series/clenshaw.js';
import { dividedDifference } from './series/divided-difference.js';
import { type PolynomialOptions, bendOf, seriesOf } from './series/series-of.js';

const out = new Float64Array(3);

/** F and its first two derivatives by ξ, written to `out`. */
function at(eta: number, options: PolynomialOptions): Float64Array {
  clenshaw(seriesOf(options), 2 * eta - 1, out);
  return out;
}

/**
 * A polynomial of the order parameter in a basis of choice: F = Σ_k c_k φ_k(ξ) with ξ = 2η - 1. The input is η itself.
 *
 * Options: `coefficients` c_0, c_1, ..., needed, one or more: their number less one is the degree; `basis` (legendre):
 * legendre for P_k, orthonormalLegendre for √(2k + 1) P_k, monomial for ξᵏ, etaMonomial for ηᵏ, apc for the polynomials
 * that are orthonormal for the `samples`, numbers ξ in [-1, 1] of which more than the degree have to be distinct.
 *
 * Slope and curvature are exact, by Clenshaw's recurrence. The bound of the curvature exceeds its largest value by 2% at most.
 * The difference is (to - from) times a divided difference, so that runs converge to rounding.
 * Throws `OPTION_INVALID` for samples that do not fit, or that no basis reads; reading throws `INPUT_INVALID`.
 *
 * Sources: the Complexity from Constraints prototype; N. Wildt et al., arXiv:2511.15619 (2025).
 *
 * @example
 * const well = polynomialEnergy({ coefficients: [0, 0.2, 1] });
 */
export const polynomialEnergy = defineModule({
  name: 'PolynomialEnergyModule',
  meaning: 'a polynomial Σ c_k φ_k(ξ) of ξ = 2η - 1 in a basis of choice; its input is η itself',
  options: {
    coefficients: neededList('c_0, c_1, ..., one for each polynomial', { least: 1 }),
    basis: choice(
      'legendre',
      ['legendre', 'orthonormalLegendre', 'monomial', 'etaMonomial', 'apc'],
      'the polynomials: P_k, √(2k+1) P_k, ξᵏ, ηᵏ, or orthonormal for the samples',
    ),
    samples: list([], 'ξ for which apc is orthonormal', { min: -1, max: 1 }),
  },
  check({ coefficients, basis, samples }, where) {
    if (basis !== 'apc' && samples.length > 0) {
      const what = `the basis ${basis} reads no samples`;
      throw new CfcError('OPTION_INVALID', what, `${where}.samples`, 'Leave them out, or take the basis apc.');
    }
    try {
      basisOf(basis, coefficients.length - 1, samples);
    } catch (error) {
      if (!isCfcError(error)) throw error;
      throw new CfcError('OPTION_INVALID', error.what, `${where}.samples`, error.fix);
    }
  },
  eta: unitInterval,
  energy: (eta, options) => at(eta, options)[0]!,
  slope: (eta, options) => 2 * at(eta, options)[1]!,
  curvature: (eta, options) => 4 * at(eta, options)[2]!,
  bend: (_eta, options) => bendOf(options),
  difference: (from, to, options) => 2 * (to - from) * dividedDifference(seriesOf(options), 2 * from - 1, 2 * to - 1),
  pack: (slots, { coefficients, basis, samples }) =>
    polynomialKernel(
      slots,
      coefficients.map((one, k) => ({
        basis: basisOf(basis[k]!, one.length - 1, samples[k]!),
        coefficients: Float64Array.from(one),
      })),
    ),
});
