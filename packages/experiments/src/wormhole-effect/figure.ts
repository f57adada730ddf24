import { type BandPoint, bands } from '../bands.js';
import { groups } from '../groups.js';
import { overSeeds, total } from '../over-seeds.js';
import { type Found, STARTS } from './cells.js';

const shown: readonly (readonly [power: number, name: string])[] = [
  [1, 'p = 1, closed'],
  [1.5, 'p = 1.5, ajar'],
  [2, 'p = 2, ajar'],
];

/** Steps to open by power and start, and how often gates are open under a noisy benefit, rightly and falsely. */
export function figure(reopened: readonly Found[], noisy: readonly Found[]): Readonly<Record<string, unknown>> {
  const view = (title: string, column: 'open' | 'falselyOpen') =>
    bands(
      shown.flatMap(([power, of]) => lines(noisy, power, of, column)),
      {
        title,
        x: 'noise on the benefit, σ',
        y: 'gates open, %',
        of: 'gates',
        scaleY: { domain: [0, 100] },
        width: 220,
      },
    );
  return {
    hconcat: [
      opening(reopened),
      { hconcat: [view('benefit 0.4: open rightly', 'open'), view('no benefit: open falsely', 'falselyOpen')] },
    ],
    resolve: { scale: { color: 'independent' } },
  };
}

function lines(rows: readonly Found[], power: number, of: string, column: 'open' | 'falselyOpen'): BandPoint[] {
  const own = rows.filter((row) => row.power === power && (row.start > 0 || power === 1));
  return [...groups(own, ({ noise }) => noise!)].map(([x, some]) => ({
    x,
    of,
    ...overSeeds(some, (each) => (100 * total(each, (row) => row[column] ?? 0)) / each.length),
  }));
}

/** Where gates that never open are drawn. */
const NEVER = 3000;
const startText = (start: number): string => (start > 0 && start < 1e-3 ? start.toExponential(0) : String(start));

function opening(rows: readonly Found[]) {
  const values = rows.map(({ power, start, steps }) => ({
    power,
    start: startText(start),
    steps: steps ?? NEVER,
    opens: steps !== null,
  }));
  const shape = { domain: [true, false], range: ['circle', 'cross'] };
  const log = { scale: { type: 'log' }, axis: { values: [1, 10, 100, 1000] } };
  return {
    title: { text: 'steps to open (crosses: never)', frame: 'group' },
    width: 260,
    height: 220,
    data: { values },
    encoding: {
      x: {
        field: 'start',
        type: 'ordinal',
        title: 'η at the start',
        sort: STARTS.map(startText),
        axis: { labelAngle: 0 },
      },
      y: { field: 'steps', type: 'quantitative', title: 'steps of gradient descent', ...log },
      color: { field: 'power', type: 'ordinal', title: 'power p', scale: { scheme: 'viridis' } },
    },
    layer: [
      { mark: 'line', transform: [{ filter: 'datum.opens' }] },
      {
        mark: { type: 'point', size: 50 },
        encoding: { shape: { field: 'opens', type: 'nominal', legend: null, scale: shape } },
      },
    ],
  };
}
