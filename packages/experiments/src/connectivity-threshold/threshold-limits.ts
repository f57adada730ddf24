import { type Limit, type SizedEstimate, extrapolate } from '@cfc/modules-connectivity';
import { type Interval, interval } from '../interval.js';
import type { ThresholdRow } from './cells.js';

/** An estimate of the threshold at every size, and its limit. */
export interface Extrapolated {
  readonly estimate: 'wrapping' | 'gap';
  readonly sizes: readonly SizedEstimate[];
  readonly limit: Limit;
}

/** Extrapolates both estimates to infinite size. */
export function thresholdLimits(rows: readonly ThresholdRow[]): readonly Extrapolated[] {
  return (['wrapping', 'gap'] as const).map((estimate) => {
    const sizes = [...new Set(rows.map(({ size }) => size))].map((size) => {
      const values = rows.filter((row) => row.size === size).map((row) => row[estimate]);
      return { size, value: interval(values).mean, error: standardError(values) };
    });
    return { estimate, sizes, limit: extrapolate(sizes) };
  });
}

/** The limit with its 95% interval, from the standard error. */
export function limitInterval({ sizes, limit: { value, error } }: Extrapolated): Interval {
  return { mean: value, low: value - 1.96 * error, high: value + 1.96 * error, count: sizes.length };
}

function standardError(values: readonly number[]): number {
  const { mean, count } = interval(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (count * (count - 1)));
}
