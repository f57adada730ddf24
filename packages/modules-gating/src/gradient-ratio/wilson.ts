/** A share of trials with its 95% confidence interval. */
export interface Share {
  readonly passed: number;
  readonly total: number;
  /** passed / total; 0 for no trials. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** The quantile of the standard normal distribution at 0.975. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval of a share of independent trials:
 * (p + z²/2n ± z √(p (1 - p)/n + z²/4n²)) / (1 + z²/n). It stays inside [0, 1] and has a width where all or none passed; [0, 1] for no trials.
 *
 * Source: E. Wilson, J. Am. Stat. Assoc. 22 (1927) 209.
 */
export function wilson(passed: number, total: number): Share {
  if (total === 0) return { passed, total, rate: 0, low: 0, high: 1 };
  const rate = passed / total;
  const spread = (Z * Z) / total;
  const half = Math.sqrt(spread * rate * (1 - rate) + (spread * spread) / 4);
  const [middle, whole] = [rate + spread / 2, 1 + spread];
  return {
    passed,
    total,
    rate,
    low: passed === 0 ? 0 : (middle - half) / whole,
    high: passed === total ? 1 : (middle + half) / whole,
  };
}
