/** Mean of some numbers; NaN for none. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Covariance (ddof 0) of two lists of one length, and Pearson's correlation, in [-1, 1]; 0 where one of them does not vary. */
export function together(a: ArrayLike<number>, b: ArrayLike<number>): { covariance: number; correlation: number } {
  const [centreA, centreB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [a[i]! - centreA, b[i]! - centreB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  const scale = Math.sqrt(aa) * Math.sqrt(bb);
  const correlation = scale > 1e-300 ? Math.max(-1, Math.min(1, ab / scale)) : 0; // rounding may lead beyond 1
  return { covariance: ab / a.length, correlation };
}
