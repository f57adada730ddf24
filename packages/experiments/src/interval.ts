/** A mean with its 95% confidence interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Number of values. */
  readonly count: number;
}

/** The quantile of the standard normal distribution at 0.975. */
export const Z = 1.959963984540054;

/**
 * The mean of independent values, for example one for each seed, with Student's interval: mean ± t s / √n. The interval is
 * infinite for one value.
 *
 * The quantile t is the expansion in 1 / (n - 1) of Abramowitz and Stegun (1964), 26.7.5: within 1% at n = 3, 0.1% from
 * n = 5; exact for n = 2, where it is tan(0.475 π).
 */
export function interval(values: readonly number[]): Interval {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count < 2) return { mean, low: -Infinity, high: Infinity, count };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const half = quantile(count - 1) * Math.sqrt(variance / count);
  return { mean, low: mean - half, high: mean + half, count };
}

function quantile(freedom: number): number {
  if (freedom === 1) return Math.tan(0.475 * Math.PI);
  const [z3, z5, z7, z9] = [Z ** 3, Z ** 5, Z ** 7, Z ** 9];
  const terms = [
    (z3 + Z) / 4,
    (5 * z5 + 16 * z3 + 3 * Z) / 96,
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / 384,
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * Z) / 92160,
  ];
  return terms.reduce((sum, term, k) => sum + term / freedom ** (k + 1), Z);
}

/** "0.412 [0.397, 0.427]", each number with as many significant digits as asked. */
export function intervalText({ mean, low, high }: Interval, digits = 3): string {
  const text = (value: number): string => String(Number(value.toPrecision(digits)) + 0);
  return low === high ? text(mean) : `${text(mean)} [${text(low)}, ${text(high)}]`;
}
