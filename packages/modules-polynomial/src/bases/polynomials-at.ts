import type { Basis } from './basis.js';

/** All polynomials of a basis at one place: entry k belongs to φ_k. */
export interface PolynomialValues {
  readonly values: Float64Array;
  /** dφ_k/dξ. */
  readonly slopes: Float64Array;
  /** d²φ_k/dξ². */
  readonly curvatures: Float64Array;
}

/** φ_0, ..., φ_n and their first two derivatives by ξ, by the recurrence and its derivatives. */
export function polynomialsAt({ degree, scale, centre, back }: Basis, xi: number): PolynomialValues {
  const [values, slopes, curvatures] = [0, 1, 2].map(() => new Float64Array(degree + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  values[0] = 1;
  for (let k = 0; k < degree; k++) {
    const factor = scale[k]! * (xi - centre[k]!);
    const less = (of: Float64Array): number => (k === 0 ? 0 : back[k]! * of[k - 1]!);
    values[k + 1] = factor * values[k]! - less(values);
    slopes[k + 1] = factor * slopes[k]! + scale[k]! * values[k]! - less(slopes);
    curvatures[k + 1] = factor * curvatures[k]! + 2 * scale[k]! * slopes[k]! - less(curvatures);
  }
  return { values, slopes, curvatures };
}
