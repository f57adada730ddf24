import type { Basis } from '../bases/basis.js';
import { monomial } from '../bases/monomial.js';
import { convert } from './convert.js';
import { series } from './series.js';

/** Row k has the coefficients of φ_k in 1, ξ, ..., ξⁿ. For reading and comparing: at high degrees they cancel when summed. */
export function monomialCoefficients(basis: Basis): readonly Float64Array[] {
  const powers = monomial(basis.degree);
  return Array.from({ length: basis.degree + 1 }, (_, k) => {
    const unit = new Float64Array(basis.degree + 1);
    unit[k] = 1;
    return Float64Array.from(convert(series(basis, unit), powers).coefficients);
  });
}
