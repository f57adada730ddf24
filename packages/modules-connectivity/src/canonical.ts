import { CfcError, describe } from '@cfc/core';

/** Terms below this share of the largest are left out. */
const NEGLIGIBLE = 1e-17;

/**
 * The mean of a quantity where each of M bonds is open with probability p, from its values with n = 0..M bonds open:
 * Q(p) = Σ_n (M over n) pⁿ (1 - p)^(M - n) Q_n.
 *
 * The terms are taken from the largest outwards, each from its neighbour, and divided by their sum: some √M of them count.
 *
 * @param values M + 1 numbers, such as a list of a sweep, or the mean of many
 * @param p probability in [0, 1]
 * @throws `INPUT_INVALID` for no values, or p outside [0, 1]
 *
 * Source: M. E. J. Newman and R. M. Ziff, Phys. Rev. E 64 (2001) 016706, Eq. 2 and Appendix.
 */
export function canonical(values: ArrayLike<number>, p: number): number {
  if (values.length === 0) throw new CfcError('INPUT_INVALID', 'there are no values', 'values', 'Give M + 1 numbers.');
  if (!(p >= 0 && p <= 1)) {
    throw new CfcError('INPUT_INVALID', `the probability is ${describe(p)}`, 'p', 'Give a number in [0, 1].');
  }
  const bonds = values.length - 1;
  if (p === 0 || p === 1) return values[p * bonds]!;
  const middle = Math.round(p * bonds);
  const odds = p / (1 - p);
  let total = 1;
  let sum = values[middle]!;
  for (let n = middle + 1, term = 1; n <= bonds && term > NEGLIGIBLE; n++) {
    term *= ((bonds - n + 1) / n) * odds;
    total += term;
    sum += term * values[n]!;
  }
  for (let n = middle - 1, term = 1; n >= 0 && term > NEGLIGIBLE; n--) {
    term *= (n + 1) / ((bonds - n) * odds);
    total += term;
    sum += term * values[n]!;
  }
  return sum / total;
}
