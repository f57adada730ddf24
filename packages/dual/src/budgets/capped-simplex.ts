/**
 * Nearest point of the capped simplex { x ≥ 0, Σ x ≤ B }, in place.
 *
 * Where Σ [y]₊ ≤ B it is [y]₊; else [y - θ]₊ with the θ at which the sum is B, found on the sorted values in O(n log n).
 * Source: J. Duchi, S. Shalev-Shwartz, Y. Singer, T. Chandra, ICML 2008.
 *
 * @param values any finite numbers; overwritten
 * @param budget B ≥ 0
 */
export function cappedSimplex(values: Float64Array, budget: number): Float64Array {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += Math.max(0, values[i]!);
  const theta = total <= budget ? 0 : threshold(values, budget);
  for (let i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]! - theta);
  return values;
}

/** θ with Σ [y - θ]₊ = B. */
function threshold(values: Float64Array, budget: number): number {
  const sorted = values.slice().sort();
  let [sum, theta] = [0, 0];
  for (let k = 1; k <= sorted.length; k++) {
    const value = sorted[sorted.length - k]!;
    sum += value;
    if (value * k < sum - budget) break;
    theta = (sum - budget) / k;
  }
  return theta;
}
