import { type BasisName, basisOf } from '../bases/basis-of.js';
import type { Basis } from '../bases/basis.js';
import { curvatureBound } from './curvature-bound.js';
import type { Series } from './series.js';

/** What describes a polynomial: lists that do not change. */
export interface PolynomialOptions {
  readonly coefficients: readonly number[];
  readonly basis: BasisName;
  /** Read by `apc` alone. */
  readonly samples: readonly number[];
}

/** The polynomial that options describe. */
export function seriesOf({ coefficients, basis, samples }: PolynomialOptions): Series {
  return { basis: basisOf(basis, coefficients.length - 1, samples), coefficients };
}

const bends = new WeakMap<readonly number[], { readonly basis: Basis; readonly bend: number }>();

/** Upper bound of |d²F/dη²|, remembered for each list of coefficients. */
export function bendOf(options: PolynomialOptions): number {
  const of = seriesOf(options);
  const known = bends.get(of.coefficients);
  if (known?.basis === of.basis) return known.bend;
  const bend = 4 * curvatureBound(of);
  bends.set(of.coefficients, { basis: of.basis, bend });
  return bend;
}
