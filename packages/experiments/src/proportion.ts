import { type Interval, Z } from './interval.js';

/**
 * A share of independent trials with Wilson's 95% interval, which stays in [0, 1] and has a width where none or all succeeded:
 * (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n).
 *
 * Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209.
 */
export function proportion(successes: number, count: number): Interval {
  const share = successes / count;
  const square = Z ** 2 / count;
  const middle = (share + square / 2) / (1 + square);
  const half = (Z * Math.sqrt((share * (1 - share)) / count + square / (4 * count))) / (1 + square);
  const low = successes === 0 ? 0 : middle - half;
  const high = successes === count ? 1 : middle + half;
  return { mean: share, low, high, count };
}
