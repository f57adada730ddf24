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
export const interval = (values: readonly number[]): readonly [mean: number, half: number] => [
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

/** Three decimals, which is what a picture shows. */
export const round = (value: number): number => Math.round(1000 * value) / 1000;

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
