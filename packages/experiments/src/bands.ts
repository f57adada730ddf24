import type { Interval } from './interval.js';

/** One point of a line. */
export interface BandPoint extends Pick<Interval, 'mean' | 'low' | 'high'> {
  readonly x: number;
  /** Of which line. */
  readonly of: string;
}

/** What stands at the axes of a view; their scales and axes as Vega-Lite has them. */
export interface BandAxes {
  readonly title?: string;
  /** Titles of the axes, with units. */
  readonly x: string;
  readonly y: string;
  /** Title of the legend. */
  readonly of: string;
  /** The order of the lines in the legend; that of the points where none is given. */
  readonly order?: readonly string[];
  readonly scaleX?: object;
  readonly scaleY?: object;
  readonly axisX?: object;
  readonly axisY?: object;
  readonly width?: number;
  readonly height?: number;
}

const legend = { symbolOpacity: 1, symbolStrokeWidth: 0, labelLimit: 0 };

/** A Vega-Lite view: means as lines with points, intervals as bands about them. */
export function bands(values: readonly BandPoint[], axes: BandAxes) {
  const { title, x, y, of, order = [...new Set(values.map((point) => point.of))], width = 300, height = 220 } = axes;
  const scaleX = { nice: false, ...axes.scaleX };
  const field = (name: string, more: object) => ({ field: name, type: 'quantitative', ...more });
  const alongY = { title: y, scale: axes.scaleY ?? {}, axis: axes.axisY ?? {} };
  return {
    ...(title === undefined ? {} : { title: { text: title, frame: 'group' } }),
    width,
    height,
    data: { values },
    encoding: {
      x: field('x', { title: x, scale: scaleX, axis: axes.axisX ?? {} }),
      color: { field: 'of', type: 'nominal', title: of, scale: { domain: order }, legend },
    },
    layer: [
      {
        mark: { type: 'area', opacity: 0.2 },
        encoding: { y: field('low', alongY), y2: { field: 'high' } },
      },
      { mark: { type: 'line', point: { size: 24 } }, encoding: { y: field('mean', alongY) } },
    ],
  };
}
