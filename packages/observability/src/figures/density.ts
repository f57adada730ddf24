/** A point of a density. */
export interface DensityPoint {
  readonly at: number;
  /** Relative to the largest density: in [0, 1]. */
  readonly height: number;
}

/**
 * Gaussian kernel density of some numbers at `size` places from the least to the largest, relative to its maximum. The bandwidth is
 * Silverman's: 0.9 min(s, IQR / 1.34) n^(-1/5). One number, or equal ones, have all their weight in one place.
 *
 * Source: B. W. Silverman, Density Estimation for Statistics and Data Analysis (1986), 3.31.
 */
export function density(values: readonly number[], size: number): readonly DensityPoint[] {
  const sorted = Float64Array.from(values).sort();
  const [least, largest] = [sorted[0]!, sorted[sorted.length - 1]!];
  if (!(largest > least)) return [{ at: least, height: 1 }];
  const counts = binned(sorted, least, largest);
  const width = (largest - least) / counts.length;
  const bandwidth = Math.max(silverman(sorted), width / 2);
  const places = Array.from({ length: size }, (_, k) => least + ((largest - least) * k) / (size - 1));
  const heights = places.map((at) => {
    let sum = 0;
    for (let i = 0; i < counts.length; i++) {
      const z = (at - (least + (i + 0.5) * width)) / bandwidth;
      if (counts[i]! > 0 && Math.abs(z) < 5) sum += counts[i]! * Math.exp((-z * z) / 2);
    }
    return sum;
  });
  const most = Math.max(...heights);
  return places.map((at, k) => ({ at, height: heights[k]! / most }));
}

const BINS = 512;

/** Counts in bins of equal width: as good as the values where the bins are narrower than the bandwidth. */
function binned(values: Float64Array, least: number, largest: number): Float64Array {
  const counts = new Float64Array(BINS);
  for (const value of values) counts[Math.min(BINS - 1, Math.floor(((value - least) / (largest - least)) * BINS))]!++;
  return counts;
}

function silverman(sorted: Float64Array): number {
  const size = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / size;
  const deviation = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size);
  const range = (sorted[Math.floor(0.75 * (size - 1))]! - sorted[Math.floor(0.25 * (size - 1))]!) / 1.34;
  return 0.9 * (range > 0 ? Math.min(deviation, range) : deviation) * size ** -0.2;
}
