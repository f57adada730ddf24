import type { Series } from './series.js';

/**
 * Value and first two derivatives by ξ of F = Σ c_k φ_k, by Clenshaw's recurrence and its derivatives:
 *
 *   y_k = c_k + scale_k (ξ - centre_k) y_{k+1} - back_{k+1} y_{k+2},  F = y_0.
 *
 * @param out three numbers to write into: F, dF/dξ, d²F/dξ²
 *
 * Source: C. W. Clenshaw, Math. Tables Aids Comput. 9 (1955) 118.
 */
export function clenshaw({ basis, coefficients }: Series, xi: number, out: Float64Array): void {
  const { degree, scale, centre, back } = basis;
  let value = coefficients[degree]!;
  let slope = 0;
  let curvature = 0;
  let above = 0;
  let slopeAbove = 0;
  let curvatureAbove = 0;
  for (let k = degree - 1; k >= 0; k--) {
    const rise = scale[k]!;
    const factor = rise * (xi - centre[k]!);
    const less = k + 1 < degree ? back[k + 1]! : 0;
    const nextCurvature = factor * curvature + 2 * rise * slope - less * curvatureAbove;
    const nextSlope = factor * slope + rise * value - less * slopeAbove;
    const nextValue = coefficients[k]! + factor * value - less * above;
    curvatureAbove = curvature;
    slopeAbove = slope;
    above = value;
    curvature = nextCurvature;
    slope = nextSlope;
    value = nextValue;
  }
  out[0] = value;
  out[1] = slope;
  out[2] = curvature;
}
