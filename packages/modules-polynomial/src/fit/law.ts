import type { Basis } from '../bases/basis.js';
import { polynomialsAt } from '../bases/polynomials-at.js';

/**
 * What a polynomial says of the rate of an order parameter: `direct` is dη/dt = Σ c_k φ_k, a right-hand side of any kind;
 * `gradient` is dη/dt = -dF/dη with F = Σ c_k φ_k, the flow downhill of an energy, whose constant c_0 is left at 0.
 */
export type Law = 'direct' | 'gradient';

/** dη/dt by each coefficient, and its derivative by η. */
export interface LawRow {
  readonly rates: Float64Array;
  readonly slopes: Float64Array;
}

export function lawRow(law: Law, basis: Basis, eta: number): LawRow {
  const { values, slopes, curvatures } = polynomialsAt(basis, 2 * eta - 1);
  if (law === 'direct') return { rates: values, slopes: slopes.map((slope) => 2 * slope) };
  const times = (factor: number, all: Float64Array): Float64Array => all.subarray(1).map((one) => factor * one);
  return { rates: times(-2, slopes), slopes: times(-4, curvatures) };
}

/** Number of coefficients that the law determines. */
export const unknowns = (law: Law, { degree }: Basis): number => (law === 'direct' ? degree + 1 : degree);

/** The coefficients of all polynomials out of those that the law determines. */
export const completed = (law: Law, found: Float64Array): Float64Array =>
  law === 'direct' ? found : Float64Array.of(0, ...found);
