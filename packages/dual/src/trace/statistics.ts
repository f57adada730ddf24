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

/** Pearson's correlation over the pairs of finite values; 0 where one of them does not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const both = Array.from({ length: a.length }, (_, i) => i).filter((i) => Number.isFinite(a[i]! + b[i]!));
  const [x, y] = [both.map((i) => a[i]!), both.map((i) => b[i]!)];
  const scale = deviation(x) * deviation(y);
  if (!(scale > 1e-300)) return 0;
  const [centreX, centreY] = [mean(x), mean(y)];
  return mean(x.map((value, i) => (value - centreX) * (y[i]! - centreY))) / scale;
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
