import { quantile } from '../normalizers/quantiles.js';

/** Mean of the finite values; NaN where there are none. */
export function mean(values: ArrayLike<number>): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    sum += values[i]!;
    count++;
  }
  return sum / count;
}

/** Standard deviation (ddof 0) of the finite values. */
export function deviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  return Math.sqrt(mean(Float64Array.from(values, (value) => (value - centre) ** 2)));
}

/** Σ ab, Σ a² and Σ b² of two lists less their means. */
export interface Products {
  readonly ab: number;
  readonly aa: number;
  readonly bb: number;
}

/** Sums of the products of deviations from the means of two lists of one length, with each other and with themselves. */
export function products(a: ArrayLike<number>, b: ArrayLike<number>): Products {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [a[i]! - meanA, b[i]! - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return { ab, aa, bb };
}

/** Pearson's correlation, in [-1, 1]; 0 where one of the two does not vary. */
export function pearson({ ab, aa, bb }: Products): number {
  const scale = Math.sqrt(aa) * Math.sqrt(bb);
  return scale > 1e-300 ? Math.max(-1, Math.min(1, ab / scale)) : 0;
}

/** Pearson's correlation over the pairs of finite values, in [-1, 1]; 0 where one of them does not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const both = Array.from({ length: a.length }, (_, i) => i).filter((i) => Number.isFinite(a[i]! + b[i]!));
  return pearson(
    products(
      both.map((i) => a[i]!),
      both.map((i) => b[i]!),
    ),
  );
}

/** The values without their least-squares line; NaN stays NaN. */
export function detrended(values: ArrayLike<number>): Float64Array {
  const there = Array.from({ length: values.length }, (_, i) => i).filter((i) => Number.isFinite(values[i]));
  const centre = mean(there.map((i) => values[i]!));
  const middle = mean(there);
  const spread = there.reduce((sum, i) => sum + (i - middle) ** 2, 0);
  const slope = spread === 0 ? 0 : there.reduce((sum, i) => sum + (i - middle) * (values[i]! - centre), 0) / spread;
  return Float64Array.from(values, (value, i) => value - centre - slope * (i - middle));
}

/** The p-th percentile (type 7: linear between order statistics) of the finite values, p in [0, 100]; NaN for none. */
export function percentileOf(values: ArrayLike<number>, p: number): number {
  const sorted = Float64Array.from(Array.from(values).filter(Number.isFinite)).sort();
  return sorted.length === 0 ? NaN : quantile((k) => sorted[k]!, sorted.length, p / 100);
}
