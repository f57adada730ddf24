import { type Basis, recurrence } from './basis.js';

/** The monomials 1, ξ, ..., ξⁿ. Throws `INPUT_INVALID` for a degree below 0. */
export function monomial(degree: number): Basis {
  return recurrence(degree, () => [1, 0, 0]);
}

/** The monomials 1, η, ..., ηⁿ, with η = (ξ + 1) / 2. Throws `INPUT_INVALID` for a degree below 0. */
export function etaMonomial(degree: number): Basis {
  return recurrence(degree, () => [0.5, -1, 0]);
}
