import { polynomialsAt } from '../bases/polynomials-at.js';
import type { Series } from './series.js';

/** Points for each degree of the second derivative: the bound exceeds the maximum by 2% at most. */
const DENSITY = 8;

/**
 * Upper bound of |d²F/dξ²| over ξ in [-1, 1]. The second derivative is a polynomial of degree m = n - 2; its maximum is at
 * most 1 / cos(m π / 2N) times that over the N > m zeros of the Chebyshev polynomial T_N. With N = 8 m the factor is 1.02,
 * whatever the basis. What rounding may have taken from the sums is added.
 *
 * Source: H. Ehlich, K. Zeller, Math. Z. 86 (1964) 41.
 */
export function curvatureBound({ basis, coefficients }: Series): number {
  const degree = basis.degree - 2;
  if (degree < 0) return 0;
  const count = Math.max(1, DENSITY * degree);
  let most = 0;
  for (let j = 0; j < count; j++) {
    const { curvatures } = polynomialsAt(basis, Math.cos(((j + 0.5) * Math.PI) / count));
    let [sum, size] = [0, 0];
    for (let k = 2; k <= basis.degree; k++) {
      const term = coefficients[k]! * curvatures[k]!;
      sum += term;
      size += Math.abs(term);
    }
    most = Math.max(most, Math.abs(sum) + 8 * basis.degree * Number.EPSILON * size);
  }
  return most / Math.cos((degree * Math.PI) / (2 * count));
}
