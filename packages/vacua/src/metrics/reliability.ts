import { decided } from './confusion.js';

/** Examples whose largest probability falls into one of equal parts of [0, 1]. */
export interface ReliabilityBin {
  readonly count: number;
  /** Mean of the largest probabilities; 0 for an empty bin. */
  readonly confidence: number;
  /** Share of right answers; 0 for an empty bin. */
  readonly accuracy: number;
}

/** The reliability diagram: bins (k / bins, (k + 1) / bins] of the largest probability. */
export function reliability(
  probabilities: readonly (readonly number[])[],
  labels: readonly number[],
  bins = 15,
): ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const [i, row] of probabilities.entries()) {
    const best = decided(row);
    const bin = sums[Math.min(bins - 1, Math.max(0, Math.ceil(row[best]! * bins) - 1))]!;
    bin.count++;
    bin.confidence += row[best]!;
    if (best === labels[i]) bin.right++;
  }
  return sums.map(({ count, confidence, right }) => ({
    count,
    confidence: confidence / (count || 1),
    accuracy: right / (count || 1),
  }));
}

/** Expected calibration error Σ (count / n) |accuracy - confidence|. Source: C. Guo et al., ICML (2017), arXiv:1706.04599. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const n = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, { count, accuracy, confidence }) => sum + (count / n) * Math.abs(accuracy - confidence), 0);
}
