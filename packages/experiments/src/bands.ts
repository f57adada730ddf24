import type { Interval } from './interval.js';

/** A quantity at one place of an axis, with the name of its line and any further columns. */
export interface BandPoint {
  readonly x: number;
  readonly what: string;
  readonly interval: Interval;
  readonly [column: string]: unknown;
}

/** What the axes of a chart of bands say, and how large it is. */
export interface BandAxes {
  /** Of the axis x: title, scale and whatever else Vega-Lite knows. */
  readonly x: Readonly<Record<string, unknown>>;
  readonly y: Readonly<Record<string, unknown>>;
  readonly width: number;
  readonly height: number;
}

/** The data of a chart of bands. */
export const bandData = (points: readonly BandPoint[]): { readonly values: readonly object[] } => ({
  values: points.map(({ interval: { mean, low, high }, ...rest }) => ({ ...rest, mean, low, high })),
});

/** Lines through means, in the bands of their intervals: a Vega-Lite view without its data. */
export function bands({ x, y, width, height }: BandAxes): Readonly<Record<string, unknown>> {
  const across = {
    x: { field: 'x', type: 'quantitative', ...x },
    color: { field: 'what', type: 'nominal', title: null },
  };
  return {
    width,
    height,
    layer: [
      {
        mark: { type: 'area', opacity: 0.2 },
        encoding: { ...across, y: { field: 'low', type: 'quantitative', ...y }, y2: { field: 'high' } },
      },
      {
        mark: { type: 'line', point: true },
        encoding: { ...across, y: { field: 'mean', type: 'quantitative' } },
      },
    ],
  };
}
