import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { csvParse } from 'd3-dsv';

/** Daily readings of two sensors, in °C, one entry for each day. */
export interface Weather {
  /** Days as in `2012-01-31`. */
  readonly date: readonly string[];
  /** Days since 1 January, 0 to 365. */
  readonly dayOfYear: readonly number[];
  readonly max: readonly number[];
  readonly min: readonly number[];
}

export const sensors = ['max', 'min'] as const;

const MILLISECONDS_A_DAY = 86_400_000;

/** Seattle, 2012 to 2015, from the package `vega-datasets`. */
export function seattle(): Weather {
  const entry = pathToFileURL(createRequire(import.meta.url).resolve('vega-datasets'));
  const rows = csvParse(readFileSync(new URL('../data/seattle-weather.csv', entry), 'utf8'));
  const date = rows.map((row) => row['date']!);
  return {
    date,
    dayOfYear: date.map(dayOfYear),
    max: rows.map((row) => Number(row['temp_max'])),
    min: rows.map((row) => Number(row['temp_min'])),
  };
}

function dayOfYear(date: string): number {
  return Math.round((Date.parse(date) - Date.UTC(Number(date.slice(0, 4)), 0, 1)) / MILLISECONDS_A_DAY);
}

/** The first day of year 3: years 1 and 2 set the parameters, years 3 and 4 measure. */
export const HALF = 731;

/** Days `from` to `to`, without the latter. */
export function stretch({ date, dayOfYear: calendar, max, min }: Weather, from: number, to: number): Weather {
  const [dates, days, high, low] = [
    date.slice(from, to),
    calendar.slice(from, to),
    max.slice(from, to),
    min.slice(from, to),
  ];
  return { date: dates, dayOfYear: days, max: high, min: low };
}
