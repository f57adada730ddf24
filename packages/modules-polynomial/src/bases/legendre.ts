import { type Basis, recurrence } from './basis.js';

/**
 * Legendre polynomials P_0, ..., P_n of ξ, with P_k(1) = 1:
 * (k + 1) P_{k+1} = (2k + 1) ξ P_k - k P_{k-1}.
 *
 * Orthogonal for η uniform in [0, 1]; the mean of P_k² is 1 / (2k + 1).
 * Throws `INPUT_INVALID` for a degree below 0. Source: Abramowitz and Stegun (1964), 22.7.10.
 */
export function legendre(degree: number): Basis {
  return recurrence(degree, (k) => [(2 * k + 1) / (k + 1), 0, k / (k + 1)]);
}

/**
 * Orthonormal Legendre polynomials √(2k + 1) P_k of ξ: the mean of φ_j φ_k for η uniform in [0, 1] is 1 where j = k, else 0.
 *
 * Throws `INPUT_INVALID` for a degree below 0.
 */
export function orthonormalLegendre(degree: number): Basis {
  return recurrence(degree, (k) => [
    Math.sqrt((2 * k + 1) * (2 * k + 3)) / (k + 1),
    0,
    k === 0 ? 0 : (k / (k + 1)) * Math.sqrt((2 * k + 3) / (2 * k - 1)),
  ]);
}
