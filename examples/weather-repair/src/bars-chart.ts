import type { TopLevelSpec } from 'vega-lite';
import { colours } from './colours.js';
import { type Comparison, summaryOf } from './compare.js';

/** RMSE and F1 of both methods: bars for the means, dots for the seeds. */
export function barsChart(comparisons: readonly Comparison[]): TopLevelSpec {
  const { ours, filter } = summaryOf(comparisons);
  const rmse = [
    { name: 'not repaired', value: ours.before, seeds: comparisons.map((one) => one.ours.before) },
    { name: 'Hampel filter', value: filter.rmse, seeds: comparisons.map((one) => one.filter.rmse) },
    { name: 'this example', value: ours.rmse, seeds: comparisons.map((one) => one.ours.rmse) },
  ];
  const f1 = [
    { name: 'Hampel filter', value: filter.f1, seeds: comparisons.map((one) => one.filter.f1) },
    { name: 'this example', value: ours.f1, seeds: comparisons.map((one) => one.ours.f1) },
  ];
  return {
    spacing: 40,
    resolve: { scale: { color: 'independent', y: 'independent' } },
    hconcat: [
      panel('RMSE on faulted days, °C (less is better)', rmse),
      panel('F1 of distrusted days (more is better)', f1),
    ],
  };
}

type Panel = Extract<TopLevelSpec, { hconcat: unknown }>['hconcat'][number];
type Bars = readonly { readonly name: string; readonly value: number; readonly seeds: readonly number[] }[];

function panel(title: string, bars: Bars): Panel {
  const order = bars.map(({ name }) => name);
  const y = {
    field: 'name',
    type: 'nominal',
    sort: order,
    title: null,
    axis: { ticks: false, domain: false, labelPadding: 6 },
  } as const;
  const value = { field: 'value', type: 'quantitative', title: null, axis: { tickCount: 5 } } as const;
  const range = order.map(
    (name) => ({ 'this example': colours.ours, 'Hampel filter': colours.filter })[name] ?? colours.truth,
  );
  const color = { field: 'name', type: 'nominal', scale: { domain: order, range }, legend: null } as const;
  const seeds = bars.flatMap(({ name, seeds: values }) => values.map((each) => ({ name, value: each })));
  const ends = bars.map(({ name, value: each, seeds: all }) => ({
    name,
    value: Math.max(each, ...all),
    text: each.toFixed(2),
  }));
  return {
    title,
    width: 370,
    height: 44 * bars.length,
    layer: [
      {
        data: { values: bars.map(({ name, value: each }) => ({ name, value: each })) },
        mark: { type: 'bar', height: 24, opacity: 0.75 },
        encoding: { y, x: value, color },
      },
      {
        data: { values: seeds },
        mark: { type: 'point', filled: true, color: 'currentColor', size: 16 },
        encoding: { y, x: value },
      },
      {
        data: { values: ends },
        mark: { type: 'text', align: 'left', dx: 8, fontSize: 13 },
        encoding: { y, x: value, text: { field: 'text', type: 'nominal' } },
      },
    ],
  };
}
