import { uniforms } from '@cfc/core';

/** A mean with its 95% interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 4000;

/**
 * The mean of paired differences with the percentile interval of the bootstrap, the same for the same differences. No shape of
 * their distribution is assumed; of one pair alone nothing is known, and the interval is infinite.
 *
 * Source: B. Efron, Ann. Statist. 7 (1979) 1.
 */
export function pairedInterval(differences: readonly number[]): Interval {
  const count = differences.length;
  const mean = differences.reduce((sum, one) => sum + one, 0) / count;
  if (count < 2) return { mean, low: -Infinity, high: Infinity };
  const means = Float64Array.from({ length: RESAMPLES }, (_, sample) => {
    const draw = uniforms(1, sample);
    let sum = 0;
    for (let k = 0; k < count; k++) sum += differences[Math.floor(count * draw(k))]!;
    return sum / count;
  }).sort();
  return { mean, low: means[Math.floor(0.025 * RESAMPLES)]!, high: means[Math.ceil(0.975 * RESAMPLES) - 1]! };
}
