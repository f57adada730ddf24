const DAYS = 366;
const HALF_WINDOW = 10;

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Days between two calendar days, the short way round the year. */
export function calendarGap(a: number, b: number): number {
  const gap = Math.abs(a - b);
  return Math.min(gap, DAYS - gap);
}

/**
 * The seasonal mean of readings that may hold faults, for each calendar day: the median of all years' days
 * at most 10 away, then the mean of that over the same window.
 */
export function seasonalMean(readings: readonly number[], dayOfYear: readonly number[]): readonly number[] {
  const onDay = Array.from({ length: DAYS }, (): number[] => []);
  readings.forEach((reading, t) => onDay[dayOfYear[t]!]!.push(reading));
  const medians = onDay.map((_, day) => median(around(day).flatMap((near) => onDay[near]!)));
  return medians.map((_, day) => around(day).reduce((sum, near) => sum + medians[near]!, 0) / (2 * HALF_WINDOW + 1));
}

function around(day: number): number[] {
  return Array.from({ length: 2 * HALF_WINDOW + 1 }, (_, k) => (day - HALF_WINDOW + k + DAYS) % DAYS);
}
