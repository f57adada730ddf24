/**
 * Skewness of a sample, g₁ = m₃ / m₂^(3/2) with central moments mₖ: below 0 where the long tail lies at the small values.
 * Null where the values do not vary.
 */
export function skewness(values: ArrayLike<number>): number | null {
  const size = values.length;
  let [mean, varies] = [0, false];
  for (let i = 0; i < size; i++) {
    mean += values[i]! / size;
    if (values[i]! !== values[0]!) varies = true; // the mean of equal numbers may differ from them in its last digit
  }
  let [second, third] = [0, 0];
  for (let i = 0; i < size; i++) {
    const away = values[i]! - mean;
    second += (away * away) / size;
    third += (away * away * away) / size;
  }
  return varies && second > 0 ? third / second ** 1.5 : null;
}
