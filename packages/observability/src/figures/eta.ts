import type { Row } from '../table/row.js';
import type { Figure } from './figure.js';
import { fitting } from './names.js';
import { MOST, page, WIDTH } from './page.js';

/** Most modules that have a line of their own. */
const MODULES = 40;

/** A line for every module, a cell for its order parameter at a step. */
export const eta: Figure = {
  name: 'eta',
  title: 'Order parameters',
  needs: ['step', 'eta:*'],
  recordedBy: 'cfc run --out DIR --columns etas, or perEta of a tracker',
  spec: (rows) => {
    const all = fitting(rows, 'eta:*');
    const ids = evenly(all, MODULES);
    const steps = evenly(rows, Math.floor(MOST / ids.length));
    const names = ids.map((column) => column.slice('eta:'.length));
    const values = steps.flatMap((row, k) =>
      ids.map((column, i) => ({ from: row['step'], to: next(steps, k), module: names[i], eta: row[column] })),
    );
    return page(
      'Order parameters η',
      {
        width: WIDTH,
        height: Math.max(60, Math.min(18, 480 / ids.length) * ids.length),
        data: { values },
        mark: { type: 'rect' },
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative',
            title: 'step',
            scale: { zero: false, nice: false },
            axis: { grid: false },
          },
          x2: { field: 'to' },
          y: { field: 'module', type: 'nominal', title: null, sort: names, scale: { padding: 0 } },
          color: {
            field: 'eta',
            type: 'quantitative',
            title: 'η',
            scale: { scheme: 'viridis', domain: [0, 1] },
          },
        },
      },
      remark(ids.length, all.length, steps.length, rows.length),
    );
  },
};

/** At most `most` of a list, evenly spread, the first and the last among them. */
function evenly<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, k) => list[Math.round((k * (list.length - 1)) / (most - 1))]!);
}

/** Where the cell of a step ends: at the next step that is drawn. */
function next(steps: readonly Row[], k: number): number {
  const [here, after] = [steps[k]!['step'] as number, steps[k + 1]?.['step']];
  return typeof after === 'number' ? after : here + (k === 0 ? 1 : here - (steps[k - 1]!['step'] as number));
}

function remark(modules: number, allModules: number, steps: number, allSteps: number): string {
  const parts = [
    ...(modules < allModules ? [`${modules} of ${allModules} modules`] : []),
    ...(steps < allSteps ? [`${steps} of ${allSteps} steps`] : []),
  ];
  return parts.length === 0 ? '' : `${parts.join(', ')}, evenly spread`;
}
