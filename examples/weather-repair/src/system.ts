import {
  type CompiledSystem,
  type CouplingColumns,
  type Vector,
  compile,
  couplingColumns,
  defineSystem,
  landau,
  moduleColumns,
  quadratic,
} from '@cfc/core';
import { type Weather, sensors } from './data.js';
import { distrust } from './distrust.js';
import type { Parameters } from './parameters.js';
import { placesInRuns } from './runs.js';
import { calendarGap, seasonalMean } from './season.js';

/** A weather record as a system. Row s·T + t is day t of sensor s; `days` rows further is its gate. */
export interface Model {
  readonly system: CompiledSystem;
  /** How many rows are days; as many gates follow. */
  readonly days: number;
  /** Every day at its observation, every gate closed. */
  readonly start: Vector;
  /** What distrusting each day costs. */
  readonly prices: Vector;
  /** An order parameter of row `i` in °C. */
  celsius(i: number, eta: number): number;
}

/** The pairs that a kind of coupling joins, with one weight for all. */
interface Pairs {
  readonly ends: [number, number][];
  readonly weight: number;
}

export function modelOf(weather: Weather, given: Parameters): Model {
  const length = weather.dayOfYear.length;
  const days = sensors.length * length;
  const means = sensors.map((sensor) => seasonalMean(weather[sensor], weather.dayOfYear));
  const meanAt = (i: number): number => means[Math.floor(i / length)]![weather.dayOfYear[i % length]!]!;
  const scaleAt = (i: number): number => given.scale[sensors[Math.floor(i / length)]!];

  const readings = sensors.flatMap((sensor) => [...weather[sensor]]);
  const observed = Float64Array.from(readings, (reading, i) =>
    Math.min(1, Math.max(0, 0.5 + (reading - meanAt(i)) / scaleAt(i))),
  );
  const prices = Float64Array.from(sensors.flatMap((sensor) => pricesOf(weather[sensor], given)));
  const flat = { a: 0, b: 0, h: 0 };
  const rows = Int32Array.from({ length: days }, (_, i) => i);
  const system = compile(
    defineSystem({
      modules: [
        ...sensors.map((sensor) => moduleColumns(landau, { count: length, prefix: `${sensor}.`, with: flat })),
        moduleColumns(landau, { count: days, prefix: 'gate.', with: { a: 0, b: 0, h: prices.map((price) => -price) } }),
      ],
      couplings: [
        couplingColumns(distrust, {
          a: rows.map((i) => days + i),
          b: rows,
          with: { weight: given.trust, target: observed },
        }),
        ...[neighbours(length, given), sameDay(length, given), otherYears(weather.dayOfYear, given)]
          .filter(({ weight }) => weight > 0)
          .map(columnsOf),
      ],
    }),
  );
  return {
    system,
    days,
    start: Float64Array.from({ length: 2 * days }, (_, i) => observed[i] ?? 0),
    prices,
    celsius: (i, eta) => meanAt(i) + scaleAt(i) * (eta - 0.5),
  };
}

function columnsOf({ ends, weight }: Pairs): CouplingColumns {
  const [a, b] = [0, 1].map((end) => Int32Array.from(ends, (pair) => pair[end]!)) as [Int32Array, Int32Array];
  return couplingColumns(quadratic, { a, b, with: { weight } });
}

function pricesOf(readings: readonly number[], { cost, run, runStart }: Parameters): number[] {
  const places = placesInRuns(readings);
  return places.map(({ length, repeats }) => {
    if (run === 0 || length < run) return cost;
    return repeats ? 0 : runStart * cost;
  });
}

function neighbours(length: number, { neighbours: weight }: Parameters): Pairs {
  const ends = sensors.flatMap((_, s) =>
    Array.from({ length: length - 1 }, (_, t): [number, number] => [s * length + t, s * length + t + 1]),
  );
  return { ends, weight };
}

function sameDay(length: number, { sensors: weight }: Parameters): Pairs {
  return { ends: Array.from({ length }, (_, t): [number, number] => [t, length + t]), weight };
}

/** Days of one season in different years. The weight is shared among all that a day has of them. */
function otherYears(dayOfYear: readonly number[], { years, yearGaps }: Parameters): Pairs {
  const length = dayOfYear.length;
  const ends: [number, number][] = [];
  for (let t = 0; t < length; t++) {
    for (let u = t + 300; u < length; u++) {
      if (!yearGaps.includes(calendarGap(dayOfYear[t]!, dayOfYear[u]!))) continue;
      sensors.forEach((_, s) => ends.push([s * length + t, s * length + u]));
    }
  }
  return { ends, weight: ends.length === 0 ? 0 : (years * sensors.length * length) / (2 * ends.length) };
}
