import { type BasisName, basisOf } from '../bases/basis-of.js';
import { curvatureBound } from './curvature-bound.js';
import { type Series, series } from './series.js';

/** What describes a polynomial: lists that do not change. */
export interface PolynomialOptions {
  readonly coefficients: readonly number[];
  readonly basis: BasisName;
  /** Read by `apc` alone. */
  readonly samples: readonly number[];
}

type Key = BasisName | readonly number[];

const known = new WeakMap<readonly number[], Map<Key, Series>>();
const bends = new WeakMap<Series, number>();

/** The polynomial that options describe: made once for each list of coefficients and basis. */
export function seriesOf({ coefficients, basis, samples }: PolynomialOptions): Series {
  const key = basis === 'apc' ? samples : basis;
  const found = known.get(coefficients)?.get(key);
  if (found !== undefined) return found;
  const made = series(basisOf(basis, coefficients.length - 1, samples), coefficients);
  known.set(coefficients, (known.get(coefficients) ?? new Map<Key, Series>()).set(key, made));
  return made;
}

/** Upper bound of |d²F/dη²|, taken once. */
export function bendOf(options: PolynomialOptions): number {
  const of = seriesOf(options);
  const found = bends.get(of);
  if (found !== undefined) return found;
  const bound = 4 * curvatureBound(of);
  bends.set(of, bound);
  return bound;
}
