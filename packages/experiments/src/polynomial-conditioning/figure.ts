import { interval } from '../interval.js';
import { type Found, basisNames } from './cell.js';
import { UNCOUNTED } from './learning.js';
import { backtracksPerStep, geometric, pick } from './summary.js';
import { nameOf } from './table.js';

interface Panel {
  readonly title: string;
  readonly part: Found['part'];
  readonly spread: Found['spread'];
  readonly axis: string;
  readonly scale: 'log' | 'linear';
  readonly mean: (rows: readonly Found[]) => { readonly mean: number; readonly low: number; readonly high: number };
}

const condition = (rows: readonly Found[]) => geometric(rows.map((row) => row.condition!));
const backtracks = (rows: readonly Found[]) => interval(rows.map(backtracksPerStep));

const panels: readonly Panel[] = [
  {
    title: 'Fits, uniform places',
    part: 'fit',
    spread: 'uniform',
    axis: 'condition number',
    scale: 'log',
    mean: condition,
  },
  {
    title: 'Fits, two clusters',
    part: 'fit',
    spread: 'clustered',
    axis: 'condition number',
    scale: 'log',
    mean: condition,
  },
  {
    title: 'Learning, uniform places',
    part: 'fit',
    spread: 'uniform',
    axis: 'steps of descent to 1e-6',
    scale: 'log',
    mean: (rows) => geometric(rows.map(({ steps }) => steps)),
  },
  {
    title: 'Relaxing, drawn in each basis',
    part: 'drawn',
    spread: 'uniform',
    axis: 'backtracks a step',
    scale: 'linear',
    mean: backtracks,
  },
];

/** Four panels over the degree, a line for each basis with its interval. */
export const figureOf = (rows: readonly Found[]): Readonly<Record<string, unknown>> => ({
  columns: 2,
  concat: panels.map((panel) => panelOf(rows, panel)),
  config: { title: { anchor: 'start', frame: 'group' }, range: { category: ['#c44', '#e90', '#69c', '#147', '#252'] } },
});

function panelOf(rows: readonly Found[], { title, part, spread, axis, scale, mean }: Panel): object {
  const some = pick(rows, { part, spread });
  const degrees = [...new Set(some.map(({ degree }) => degree))];
  const values = basisNames.flatMap((basis) =>
    degrees
      .map((degree) => {
        const { mean: middle, low, high } = mean(pick(some, { basis, degree }));
        return { basis: nameOf(basis), degree, mean: middle, low, high };
      })
      .filter(({ high }) => high < 0.99 * UNCOUNTED),
  );
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    title: axis,
    scale: { type: scale },
    ...(scale === 'log' ? { axis: { format: '.0e', tickCount: 6 } } : {}),
  });
  return {
    title,
    width: 260,
    height: 190,
    data: { values },
    encoding: {
      x: {
        field: 'degree',
        type: 'quantitative',
        title: 'degree',
        scale: { domain: [2, Math.max(...degrees)] },
        axis: { tickMinStep: 1, grid: false },
      },
      color: {
        field: 'basis',
        type: 'nominal',
        title: 'basis',
        sort: null,
        legend: { orient: 'bottom', symbolOpacity: 1 },
      },
    },
    layer: [
      { mark: { type: 'area', opacity: 0.2 }, encoding: { y: y('low'), y2: { field: 'high' } } },
      { mark: { type: 'line', point: { size: 18 } }, encoding: { y: y('mean') } },
    ],
  };
}
