import { bands } from '../bands.js';
import { overSeeds, total } from '../over-seeds.js';
import type { Found } from './cells.js';
import { curveOf } from './curves.js';
import { LENGTHS } from './level-set.js';
import { KINDS } from './search.js';

/** The change of energy over the length of the noise, and escapes over the energy put in, for every landscape. */
export function figure(rows: readonly Found[]): Readonly<Record<string, unknown>> {
  const escapes = rows.filter(({ task }) => task === 'escape');
  const size = { width: 250, height: 180 };
  const change = (kind: 'isotropic' | 'tangent') =>
    LENGTHS.map((length) => {
      const some = rows.filter((row) => row.task === 'change' && row.kind === kind && row.length === length);
      return { x: length, of: kind, ...overSeeds(some, (own) => total(own, ({ typical }) => typical ?? 0)) };
    });
  const log = { type: 'log' };
  const panels = [...new Set(escapes.map(({ landscape }) => landscape))].map((landscape) =>
    bands(
      KINDS.flatMap((kind) =>
        curveOf(rows, landscape, kind).map(({ rise, escaped }) => ({
          x: rise,
          of: kind,
          mean: 100 * escaped.mean,
          low: 100 * escaped.low,
          high: 100 * escaped.high,
        })),
      ),
      {
        title: landscape,
        x: 'energy put in by the noise, per step',
        y: 'searches that escape, %',
        of: 'noise',
        order: KINDS,
        scaleX: log,
        scaleY: { domain: [0, 100] },
        axisX: { tickCount: 4, format: '.2~r' },
        ...size,
      },
    ),
  );
  const order = bands([...change('isotropic'), ...change('tangent')], {
    title: 'one draw, at a random place',
    x: 'length of the noise',
    y: 'typical change of energy',
    of: 'noise',
    order: KINDS,
    scaleX: log,
    scaleY: log,
    axisX: { values: LENGTHS, format: '.0e' },
    axisY: { values: [1e-8, 1e-6, 1e-4, 1e-2], format: '.0e' },
    ...size,
  });
  return { concat: [order, ...panels], columns: 3 };
}
