import { deviation, mean } from 'd3-array';

/** What a use found. */
export interface Report {
  readonly text: string;
  /** What the gallery's page says of it: what is false has gone stale. */
  readonly claims: Readonly<Record<string, boolean>>;
  /** A Vega-Lite specification. */
  readonly picture: object;
}

/** The mean of independent values and half of its 95% interval. */
const interval = (values: readonly number[]): readonly [mean: number, half: number] => [
  mean(values)!,
  (1.96 * deviation(values)!) / Math.sqrt(values.length),
];

/** Mean ± half of the 95% interval. */
export function said(values: readonly number[], digits = 3): string {
  const [middle, half] = interval(values);
  return `${middle.toFixed(digits)} ± ${half.toFixed(digits)}`;
}

/** The 95% interval of the mean lies above 0. */
export function surelyAbove0(values: readonly number[]): boolean {
  const [middle, half] = interval(values);
  return middle - half > 0;
}

const round = (value: number): number => Math.round(1000 * value) / 1000;

/** A picture: one dot for each value, method by method; the tick is the mean. */
export function dots(title: string, methods: Readonly<Record<string, readonly number[]>>): object {
  const values = Object.entries(methods).flatMap(([method, all]) => all.map((one) => ({ method, value: round(one) })));
  const y = { field: 'method', type: 'nominal', title: null, sort: null, axis: { labelLimit: 220 } };
  const x = { field: 'value', type: 'quantitative', title, scale: { zero: false } };
  return {
    width: 260,
    height: 40 * Object.keys(methods).length,
    data: { values },
    layer: [
      { mark: { type: 'point', opacity: 0.5 }, encoding: { x, y } },
      { mark: { type: 'tick', thickness: 3, color: '#d55e00' }, encoding: { x: { ...x, aggregate: 'mean' }, y } },
    ],
  };
}

/** A picture: a curve through each list of points; grey dots for the list whose name is empty. */
export function curves(
  [xTitle, yTitle]: readonly [string, string],
  lists: Readonly<Record<string, readonly (readonly [x: number, y: number])[]>>,
): object {
  const rows = (names: readonly string[]) => ({
    values: names.flatMap((what) => (lists[what] ?? []).map(([x, y]) => ({ what, x: round(x), y: round(y) }))),
  });
  const x = { field: 'x', type: 'quantitative', title: xTitle, scale: { nice: false, zero: false } };
  const y = { field: 'y', type: 'quantitative', title: yTitle, scale: { zero: false } };
  const color = { field: 'what', type: 'nominal', title: null, sort: null, legend: { orient: 'top' } };
  return {
    width: 380,
    height: 220,
    layer: [
      { data: rows(['']), mark: { type: 'circle', size: 8, opacity: 0.5, color: '#777777' }, encoding: { x, y } },
      {
        data: rows(Object.keys(lists).filter((name) => name !== '')),
        mark: { type: 'line', strokeWidth: 1.5 },
        encoding: { x, y, color },
      },
    ],
  };
}
