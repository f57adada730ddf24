import { type Interval, interval, intervalText } from '../interval.js';
import type { Found } from './cell.js';
import { UNCOUNTED } from './learning.js';

/** Rows that agree with what is asked. */
export const pick = (rows: readonly Found[], asked: Partial<Found>): readonly Found[] =>
  rows.filter((row) => Object.entries(asked).every(([key, value]) => row[key as keyof Found] === value));

/** Backtracks for each step of a run. */
export const backtracksPerStep = ({ backtracks, steps }: Found): number => backtracks / Math.max(1, steps);

/** The geometric mean of numbers that span magnitudes, with its interval. */
export function geometric(values: readonly number[]): Interval {
  const { mean, low, high, count } = interval(values.map(Math.log));
  return { mean: Math.exp(mean), low: Math.exp(low), high: Math.exp(high), count };
}

/** "6.9e+2 [6.1e+2, 7.8e+2]", or one number where seeds agree. */
function magnitudeText({ mean, low, high }: Interval): string {
  if (mean > 0.999 * UNCOUNTED) return 'over 1e+15';
  const text = (value: number): string =>
    value >= 0.1 && value < 1000 ? value.toPrecision(2) : value.toExponential(1);
  return text(low) === text(high) ? text(mean) : `${text(mean)} [${text(low)}, ${text(high)}]`;
}

/** A column's geometric mean over seeds. */
export const magnitude = (rows: readonly Found[], column: 'condition' | 'noisy' | 'rounding' | 'steps'): string =>
  magnitudeText(magnitudeOf(rows, column));

export const magnitudeOf = (rows: readonly Found[], column: 'condition' | 'noisy' | 'rounding' | 'steps'): Interval =>
  geometric(rows.map((row) => row[column]!));

/** Mean backtracks for each step over seeds. */
export const backtracksText = (rows: readonly Found[]): string =>
  intervalText(interval(rows.map(backtracksPerStep)), 2);

/** Mean steps over seeds. */
export const stepsText = (rows: readonly Found[]): string => intervalText(interval(rows.map(({ steps }) => steps)), 3);

/** The largest of a column. */
export const most = (rows: readonly Found[], column: 'orthonormality' | 'distance'): number =>
  Math.max(...rows.map((row) => row[column] ?? 0));
