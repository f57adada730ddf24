// Daily temperatures of Seattle, 2012 to 2015, into which faults are planted: spikes, dropouts, spells of a stuck sensor. Which readings
// are wrong, and what was it really? The study in examples/weather-repair does the same with more care; this is the idea of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { clip, compile, couplingColumns, defineCoupling, defineSystem, landau } from '@cfc/core';
import { moduleColumns, number, quadratic, relax, uniform } from '@cfc/core';
import { mean, median, range } from 'd3-array';
import { csvParse } from 'd3-dsv';
import { type Report, curves, dots, said, surelyAbove0 } from './report.js';

/** Set on years 1 and 2, faults 1 to 6, as the filter's window and threshold: weights, cost, degrees of the whole of [0, 1]. */
const set = { trust: 2, sensors: 0.2, cost: 0.01, scale: 40, half: 23, threshold: 2.5 };

const entry = pathToFileURL(createRequire(import.meta.url).resolve('vega-datasets'));
const rows = csvParse(readFileSync(new URL('../data/seattle-weather.csv', entry), 'utf8'));
/** Maxima and minima of all days, in °C. */
export const truth = ['temp_max', 'temp_min'].map((column) => rows.map((row) => Number(row[column])));

/** One sensor's record with faults: 3% spikes of 6 to 18 °C, 1% dropouts that read 0, spells of 4 to 10 days stuck at a wrong reading. */
export function faulty(good: readonly number[], seed: number): number[] {
  const draw = (what: number, t: number): number => uniform(seed, what, t);
  const jump = (t: number): number => (draw(0, t) < 0.5 ? -1 : 1) * (6 + 12 * draw(1, t));
  const tenth = (value: number): number => Math.round(10 * value) / 10;
  let [until, level] = [0, 0];
  return good.map((value, t) => {
    if (t >= until && draw(2, t) < 0.008) [until, level] = [t + 4 + Math.floor(7 * draw(3, t)), tenth(value + jump(t))];
    if (t < until) return level;
    return draw(4, t) < 0.03 ? tenth(value + jump(t)) : draw(4, t) < 0.04 ? 0 : value;
  });
}

/** Of four or more equal readings in a row, all but the first are suspect: both methods take them for stuck. */
export const stuck = (readings: readonly number[]): boolean[] =>
  readings.map((reading, t) => {
    const [from, to] = [-1, 1].map((way) => {
      let end = t;
      while (readings[end + way] === reading) end += way;
      return end;
    }) as [number, number];
    return to - from >= 3 && t > from;
  });

/** Binds a day to its reading unless a gate g distrusts it: weight (1 - g)(η - target)² (Black and Rangarajan, 1996). */
export const distrust = defineCoupling({
  name: 'DistrustCoupling',
  meaning: 'binds a day to its reading unless the gate distrusts it: weight (1 - g)(η - target)²',
  options: { weight: number(1, 'trust', { min: 0 }), target: number(0.5, 'the reading') },
  energy: (gate, day, { weight, target }) => weight * (1 - gate) * (day - target) ** 2,
  slopes(gate, day, { weight, target }, _signals, out) {
    out[0] = -weight * (day - target) ** 2;
    out[1] = 2 * weight * (1 - gate) * (day - target);
  },
  bend: (_gate, _day, { weight }) => [0, 2 * weight, 2 * weight],
  curvatures(gate, day, { weight, target }, _signals, out) {
    out[0] = 0;
    out[1] = 2 * weight * (1 - gate);
    out[2] = -2 * weight * (day - target);
  },
});

/** The median of the season: of the days at most ten away, in all years. */
const season = (readings: readonly number[]): number[] => {
  const around = range(365).map((day) => {
    const near = range(-10, 11).flatMap((k) => range(day + k, readings.length, 365));
    return median(near, (t) => readings[t])!;
  });
  return readings.map((_, t) => around[t % 365]!);
};

/** What is wrong of the maxima, and what they really were; null where a reading is believed. */
export function byEnergy([max, min]: readonly (readonly number[])[], given = set): (number | null)[] {
  const { trust, sensors, cost, scale } = given;
  const days = max!.length;
  const usual = [...season(max!), ...season(min!)];
  const target = Float64Array.from([...max!, ...min!], (reading, i) => clip(0.5 + (reading - usual[i]!) / scale));
  const price = Float64Array.from([...stuck(max!), ...stuck(min!)], (suspect) => (suspect ? 0 : cost));
  const day = Int32Array.from(target.keys());
  const pairs = (from: number, gap: number, count: number, weight: number) => {
    const a = Int32Array.from(range(from, from + count));
    return couplingColumns(quadratic, { a, b: a.map((i) => i + gap), with: { weight } });
  };
  const couplings = [
    couplingColumns(distrust, { a: day.map((i) => 2 * days + i), b: day, with: { weight: trust, target } }),
    ...[0, days].map((from) => pairs(from, 1, days - 1, 1)), // the next day
    pairs(0, days, days, sensors), // the other sensor
  ];
  let eta = Float64Array.from([...target, ...target.map(() => 0)]); // every day at its reading, every gate closed
  for (const times of [8, 4, 2, 1]) {
    const flat = moduleColumns(landau, { count: 2 * days, prefix: 'day.', with: { a: 0, b: 0 } });
    const h = price.map((one) => -times * one);
    const gates = moduleColumns(landau, { count: 2 * days, prefix: 'gate.', with: { a: 0, b: 0, h } }); // what distrust costs
    eta = Float64Array.from(relax(compile(defineSystem({ modules: [flat, gates], couplings })), eta).vector);
  }
  return max!.map((_, t) => (eta[2 * days + t]! > 0.5 ? usual[t]! + scale * (eta[t]! - 0.5) : null));
}

/** The peer, a Hampel filter: the median of the days around where a reading is too many deviations (1.4826 MAD) from it. */
export function hampel(readings: readonly number[], { half, threshold } = set): (number | null)[] {
  const suspect = stuck(readings);
  return readings.map((reading, t) => {
    const window = readings.slice(Math.max(0, t - half), t + half + 1);
    const middle = median(window)!;
    const spread = 1.4826 * median(window, (value) => Math.abs(value - middle))!;
    return suspect[t] || Math.abs(reading - middle) > threshold * spread ? middle : null;
  });
}

/** F1 of the days found, and RMSE of the faulted days in °C, found or missed. Within 1 °C of the truth nothing is a fault. */
export function score(good: readonly number[], readings: readonly number[], repaired: readonly (number | null)[]) {
  const faults = range(good.length).filter((t) => Math.abs(readings[t]! - good[t]!) > 1);
  const hits = faults.filter((t) => repaired[t] !== null).length;
  const alarms = range(good.length).filter((t) => readings[t] === good[t] && repaired[t] !== null).length;
  const rmse = Math.sqrt(mean(faults, (t) => ((repaired[t] ?? readings[t]!) - good[t]!) ** 2)!);
  return { f1: (2 * hits) / (hits + alarms + faults.length), rmse };
}

/** Years 3 and 4, faults 1001 to 1010. */
export function weatherBrief(): Report {
  const good = truth.map((all) => all.slice(731));
  const runs = range(1001, 1011).map((seed) => {
    const readings = good.map((all, s) => faulty(all, 2 * seed + s));
    const [filter, energy] = [hampel(readings[0]!), byEnergy(readings)];
    const [byFilter, ours] = [filter, energy].map((repaired) => score(good[0]!, readings[0]!, repaired));
    return { seen: readings[0]!, energy, byFilter: byFilter!, ours: ours! };
  });
  const f1 = { 'Hampel filter': runs.map((one) => one.byFilter.f1), energy: runs.map((one) => one.ours.f1) };
  const rmse = { 'Hampel filter': runs.map((one) => one.byFilter.rmse), energy: runs.map((one) => one.ours.rmse) };
  const { seen, energy } = runs[0]!;
  const spring = (of: (t: number) => number) => range(100).map((t) => [t, of(t)] as const);
  const repaired = {
    '': spring((t) => seen[t]!),
    truth: spring((t) => good[0]![t]!),
    repaired: spring((t) => energy[t] ?? seen[t]!),
  };
  return {
    text: `Maxima of years 3 and 4, ten sets of faults, 95% intervals; RMSE in °C on faulted days
Hampel filter  F1 ${said(f1['Hampel filter'])}  RMSE ${said(rmse['Hampel filter'], 2)}
energy         F1 ${said(f1.energy)}  RMSE ${said(rmse.energy, 2)}`,
    claims: {
      'F1 better than that of the filter': surelyAbove0(runs.map(({ byFilter, ours }) => ours.f1 - byFilter.f1)),
      'RMSE less than that of the filter': surelyAbove0(runs.map(({ byFilter, ours }) => byFilter.rmse - ours.rmse)),
    },
    picture: { hconcat: [curves(['day', '°C'], repaired), { vconcat: [dots('F1', f1), dots('RMSE, °C', rmse)] }] },
  };
}
