import { detrended, deviation, mean } from '../trace/statistics.js';

/** A swing that repeats. */
export interface Period {
  /** Length in values. */
  readonly length: number;
  /** Half of the way from the lowest to the highest value, the trend taken off. */
  readonly amplitude: number;
  readonly mean: number;
  /** Deviation of the later half over that of the earlier one: below 1 it dies out. */
  readonly persistence: number;
  /** Autocorrelation one length apart. */
  readonly strength: number;
}

/** Most values that are looked at closely; longer series are looked at in means of equal stretches too. */
const MOST = 1024;
const FEWEST = 24;
const TROUGH = -0.3;
const PEAK = 0.7;

/**
 * The period of a series, or null: the lag of the first peak of its autocorrelation of at least 0.7 that follows a trough of at most
 * -0.3, seen three times or more. Noise and random walks have neither; swings that noise keeps alive rarely come so near to themselves.
 */
export function periodOf(values: Float64Array): Period | null {
  const there = values.filter(Number.isFinite);
  const near = periodIn(there.slice(-MOST));
  if (near !== null || there.length <= MOST) return near;
  const stride = Math.ceil(there.length / MOST);
  const means = Float64Array.from({ length: Math.floor(there.length / stride) }, (_, i) =>
    mean(there.subarray(i * stride, (i + 1) * stride)),
  );
  const far = periodIn(means);
  return far === null ? null : { ...far, length: far.length * stride };
}

function periodIn(values: Float64Array): Period | null {
  const size = values.length;
  if (size < FEWEST) return null;
  const x = detrended(values);
  const square = x.reduce((sum, value) => sum + value * value, 0);
  if (!(square > 1e-24 * size)) return null;
  const at = (lag: number): number => {
    let sum = 0;
    for (let i = lag; i < size; i++) sum += x[i]! * x[i - lag]!;
    return (sum / square) * (size / (size - lag)); // as if the series had no ends
  };
  const lags = Array.from({ length: Math.floor(size / 3) + 1 }, (_, lag) => at(lag));
  const trough = lags.findIndex((value, lag) => value <= TROUGH && value <= (lags[lag + 1] ?? Infinity));
  if (trough === -1) return null;
  let peak = trough;
  for (let lag = trough; lag < lags.length; lag++) if (lags[lag]! > lags[peak]!) peak = lag;
  for (let lag = trough + 1; lag < peak; lag++) {
    const first = lags[lag]! >= PEAK && lags[lag]! >= lags[lag - 1]! && lags[lag]! > lags[lag + 1]!;
    if (first) peak = lag;
  }
  if (lags[peak]! < PEAK) return null;
  const half = Math.floor(size / 2);
  return {
    length: peak,
    amplitude: (Math.max(...x) - Math.min(...x)) / 2,
    mean: mean(values),
    persistence: deviation(x.subarray(half)) / deviation(x.subarray(0, half)),
    strength: lags[peak]!,
  };
}
