import { CfcError } from '@cfc/core';
import type { Basis } from '../bases/basis.js';
import { type Series, series } from './series.js';

/**
 * The same polynomial in another basis, exact but for rounding: Clenshaw's recurrence with coefficients of the other basis in
 * place of numbers, where ξ φ_k = φ_{k+1} / scale_k + centre_k φ_k + (back_k / scale_k) φ_{k-1}.
 *
 * @throws `INPUT_INVALID` where the other basis has the lower degree
 *
 * Source: H. E. Salzer, Commun. ACM 16 (1973) 705.
 */
export function convert({ basis, coefficients }: Series, to: Basis): Series {
  if (to.degree < basis.degree) {
    const what = `a basis of degree ${to.degree} for a polynomial of degree ${basis.degree}`;
    throw new CfcError('INPUT_INVALID', what, 'to', `Give one of degree ${basis.degree} or more.`);
  }
  const { degree, scale, centre, back } = basis;
  let [row, above] = [new Float64Array(to.degree + 1), new Float64Array(to.degree + 1)];
  row[0] = coefficients[degree]!;
  for (let k = degree - 1; k >= 0; k--) {
    const less = k + 1 < degree ? back[k + 1]! : 0;
    const next = timesXi(row, to, centre[k]!).map((value, j) => scale[k]! * value - less * above[j]!);
    next[0] = next[0]! + coefficients[k]!;
    [row, above] = [next, row];
  }
  return series(to, row);
}

/** The coefficients of (ξ - centre) times a polynomial that is below the basis' degree. */
function timesXi(row: Float64Array, { degree, scale, centre: centres, back }: Basis, centre: number): Float64Array {
  const out = new Float64Array(row.length);
  for (let j = 0; j < degree; j++) {
    const part = row[j]!;
    out[j + 1] = out[j + 1]! + part / scale[j]!;
    out[j] = out[j]! + part * (centres[j]! - centre);
    if (j > 0) out[j - 1] = out[j - 1]! + (part * back[j]!) / scale[j]!;
  }
  return out;
}
