/**
 * The rate at which a gate opens: λ = softplus(k (gain - cost)) = ln(1 + e^{k (gain - cost)}).
 *
 * About k (gain - cost) where opening pays, about e^{k (gain - cost)} where it does not; keeps its
 * relative accuracy at both ends.
 *
 * @param gain what opening would bring, in units of energy
 * @param cost what opening costs, in the same units
 * @param k sharpness, > 0, per unit of energy
 * @returns λ >= 0, openings for each unit of time
 *
 * Source: the Complexity from Constraints prototype.
 */
export function hazard(gain: number, cost: number, k: number): number {
  const z = k * (gain - cost);
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}
