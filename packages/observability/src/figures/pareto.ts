import type { Row } from '../table/row.js';
import type { Figure } from './figure.js';
import { HEIGHT, page } from './page.js';
import { palette } from './palette.js';

/** Gaps below this one are drawn here: a logarithm has no 0. */
const TINY = 1e-12;
/** Most panels side by side. */
const COLUMNS = 2;

/** Speed against quality of the runs of a sweep, and the runs that no other beats in both. */
export const pareto: Figure = {
  name: 'pareto',
  title: 'Pareto front of a sweep',
  needs: ['unitDeltaF90', 'gapToMinimum'],
  recordedBy: 'cfc sweep --out DIR',
  spec: (rows) => {
    const there = rows.filter((row) => Number.isFinite(row['unitDeltaF90']) && Number.isFinite(row['gapToMinimum']));
    const values = groups(there).flatMap(([scenario, some]) => pointsOf(scenario, some));
    const missing = rows.length - there.length;
    const x = {
      field: 'speed',
      type: 'quantitative',
      title: 'ΔF90 at unit weights (steps)',
      scale: { zero: false, nice: false, padding: 14 },
    };
    const y = {
      field: 'gap',
      type: 'quantitative',
      title: 'gap to the minimum',
      scale: { type: 'log', nice: false, padding: 14 },
    };
    return page(
      'Speed against quality: lower left is better',
      {
        data: { values },
        facet: { field: 'scenario', type: 'nominal', title: null },
        columns: COLUMNS,
        spec: {
          width: 250,
          height: HEIGHT,
          layer: [
            {
              transform: [{ filter: 'datum.front' }],
              mark: { type: 'line', interpolate: 'step-after', color: 'currentColor', opacity: 0.6, strokeWidth: 1.25 },
              encoding: { x, y, order: { field: 'speed' } },
            },
            {
              mark: { type: 'point', size: 60, filled: false, strokeWidth: 1.75 },
              encoding: { x, y, ...told(values), fill: frontOnly },
            },
          ],
        },
        resolve: { scale: { x: 'independent', y: 'independent' } },
      },
      `filled, and joined by a line: the runs that no other beats in both${missing > 0 ? `; ${missing} never got so far` : ''}`,
    );
  },
};

/** The runs of the front are filled. */
const frontOnly = { condition: { test: 'datum.front', value: 'currentColor' }, value: 'transparent' };

/** Shape and colour by variant, where there are any. */
const told = (values: readonly { variant: string }[]) => {
  const names = [...new Set(values.map(({ variant }) => variant))];
  if (names.length < 2) return { color: { value: palette[0] } };
  const legend = { title: null, orient: 'bottom' };
  const scale = { domain: names };
  return {
    color: { field: 'variant', type: 'nominal', legend, scale },
    shape: { field: 'variant', type: 'nominal', legend, scale },
  };
};

function groups(rows: readonly Row[]): readonly (readonly [string, readonly Row[]])[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const name = [row['scenario'], row['size']].filter((part) => part !== undefined && part !== null).join(', ');
    found.set(name, [...(found.get(name) ?? []), row]);
  }
  return [...found];
}

function pointsOf(scenario: string, rows: readonly Row[]) {
  const values = rows.map((row) => ({
    scenario,
    variant: String(row['variant'] ?? ''),
    speed: row['unitDeltaF90'] as number,
    gap: Math.max(TINY, row['gapToMinimum'] as number),
  }));
  const beats = (a: (typeof values)[number], b: (typeof values)[number]): boolean =>
    a.speed <= b.speed && a.gap <= b.gap && (a.speed < b.speed || a.gap < b.gap);
  return values.map((value) => ({ ...value, front: !values.some((other) => beats(other, value)) }));
}
