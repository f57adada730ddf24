/** Scales non-negative values in place so that their sum is at most B: λ ← λ · min(1, B / Σλ). None falls to 0; ratios stay. */
export function proportional(values: Float64Array, budget: number): Float64Array {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] = Math.max(0, values[i]!);
  const scale = budget / total;
  if (total > budget) for (let i = 0; i < values.length; i++) values[i] = values[i]! * scale;
  return values;
}
