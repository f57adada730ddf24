import { type BandPoint, bands } from '../bands.js';
import { groups } from '../groups.js';
import { interval } from '../interval.js';
import type { Relaxed, Traced } from './cells.js';

/** Agreement and work over the length of the chain, and the order parameters on their way. */
export function figure(relaxed: readonly Relaxed[], traced: readonly Traced[]): Readonly<Record<string, unknown>> {
  const along = {
    x: 'modules in the chain',
    scaleX: { type: 'log' },
    axisX: { values: [3, 30, 300, 3000, 30_000], format: '~s' },
  };
  const sizes = (rows: readonly Relaxed[], of: string, column: (row: Relaxed) => number): BandPoint[] =>
    [...groups(rows, ({ modules }) => modules)].map(([x, some]) => ({ x, of, ...interval(some.map(column)) }));
  const all = relaxed.filter(({ couplings }) => couplings === 'all');
  return {
    hconcat: [
      bands(
        [...groups(relaxed, ({ couplings }) => couplings)].flatMap(([arm, rows]) =>
          sizes(rows, arm, ({ agreement }) => agreement),
        ),
        { title: 'agreement of neighbours', y: '1 - mean distance of η', of: 'couplings', width: 200, ...along },
      ),
      bands(
        [
          ...sizes(all, 'default plan', ({ work }) => work),
          ...sizes(all, 'certified descent', ({ descentWork }) => descentWork),
        ],
        {
          title: 'passes until the gradient is 1e-6',
          y: 'passes over all modules',
          of: 'relaxed by',
          scaleY: { zero: true },
          width: 200,
          ...along,
        },
      ),
      onTheWay(traced),
    ],
    resolve: { scale: { color: 'independent' } },
  };
}

function onTheWay(traced: readonly Traced[]) {
  const values = [...groups(traced, ({ couplings, step }) => `${couplings} ${step}`).values()].flatMap((some) =>
    (['order', 'links', 'gates'] as const).map((kind) => ({
      step: some[0]!.step,
      couplings: some[0]!.couplings,
      kind,
      eta: interval(some.map((row) => row[kind])).mean,
    })),
  );
  return {
    title: { text: 'on the way, 300 modules', frame: 'group' },
    width: 200,
    height: 220,
    data: { values },
    mark: 'line',
    encoding: {
      x: { field: 'step', type: 'quantitative', title: 'steps of certified descent' },
      y: { field: 'eta', type: 'quantitative', title: 'mean η', scale: { domain: [0, 1] } },
      color: { field: 'kind', type: 'nominal', title: 'modules', scale: { domain: ['order', 'links', 'gates'] } },
      strokeDash: { field: 'couplings', type: 'nominal', title: 'couplings', scale: { domain: ['all', 'none'] } },
    },
  };
}
