import type { TopLevelSpec } from 'vega-lite';
import { colours } from './colours.js';
import type { Comparison } from './compare.js';
import type { Weather } from './data.js';

const names = { truth: 'truth', ours: 'this example', filter: 'Hampel filter', faults: 'faulty reading' } as const;
const WIDTH = 980;

/** A stretch of one corrupted copy: what was true, what was read, what each method made of it. */
export function seriesChart(truth: Weather, one: Comparison, from: number, to: number): TopLevelSpec {
  const { planted, repair, filtered } = one;
  const days = truth.date.map((date, t) => ({ date, t })).slice(from, to);
  const faulty = (t: number): boolean => planted.faults[t] !== 'none';
  const lines = days.flatMap(({ date, t }) => [
    { date, value: truth.max[t], series: names.truth },
    { date, value: filtered.values[t], series: names.filter },
    { date, value: repair.max.values[t], series: names.ours },
  ]);
  const points = days
    .filter(({ t }) => faulty(t))
    .map(({ date, t }) => ({ date, value: planted.readings[t], series: names.faults, fault: planted.faults[t] }));
  const marks = days.flatMap(({ date, t }) => [
    ...(faulty(t) ? [{ date, row: 'planted faults', series: names.faults }] : []),
    ...(repair.max.distrusted[t]! ? [{ date, row: 'distrusted here', series: names.ours }] : []),
    ...(filtered.distrusted[t]! ? [{ date, row: 'by the filter', series: names.filter }] : []),
  ]);
  const x = {
    field: 'date',
    type: 'temporal',
    scale: { type: 'utc' },
    axis: { title: null, format: '%-d %b %Y', tickCount: 8, grid: false },
  } as const;
  const color = {
    field: 'series',
    type: 'nominal',
    scale: {
      domain: Object.values<string>(names),
      range: [colours.truth, colours.ours, colours.filter, colours.faults],
    },
    legend: { title: null, orient: 'top', symbolType: 'circle', symbolOpacity: 1 },
  } as const;
  const value = { field: 'value', type: 'quantitative', title: 'daily maximum, °C' } as const;
  const only = (series: string) => [{ filter: { field: 'series', equal: series } }];
  return {
    spacing: 12,
    resolve: { scale: { x: 'shared' } },
    vconcat: [
      {
        width: WIDTH,
        height: 300,
        encoding: { x: { ...x, axis: { ...x.axis, labels: false, ticks: false } }, y: value, color },
        layer: [
          {
            data: { values: lines },
            transform: only(names.truth),
            mark: { type: 'line', strokeWidth: 6, opacity: 0.45 },
          },
          {
            data: { values: lines },
            transform: only(names.filter),
            mark: { type: 'line', strokeWidth: 1.6, strokeDash: [5, 3] },
          },
          { data: { values: lines }, transform: only(names.ours), mark: { type: 'line', strokeWidth: 1.8 } },
          { data: { values: points }, mark: { type: 'point', filled: true, size: 34, shape: 'diamond', opacity: 1 } },
        ],
      },
      {
        width: WIDTH,
        height: 66,
        data: { values: marks },
        mark: { type: 'tick', thickness: 4, height: 14, width: 14, orient: 'vertical' },
        encoding: {
          x,
          y: {
            field: 'row',
            type: 'nominal',
            title: null,
            sort: ['planted faults', 'distrusted here', 'by the filter'],
            axis: { domain: false, ticks: false, grid: true, labelPadding: 10 },
          },
          color,
        },
      },
    ],
  };
}
