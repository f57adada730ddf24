import type { Row } from '../table/row.js';
import { together } from '../statistics/together.js';
import { constraintsIn, stretches } from './dual-constraints.js';
import type { Figure } from './figure.js';
import { MOST, page } from './page.js';
import { alarm, first } from './palette.js';

/** Most stretches of a run that a point stands for. */
const STRETCHES = 150;
const PANEL = 165;

/** Changes of the task loss against changes of every constraint, from one stretch of the run to the next. */
export const dualTradeoff: Figure = {
  name: 'dual-tradeoff',
  title: 'Task against constraints',
  needs: ['task', 'normalized:*'],
  recordedBy: 'cfc dual replay of values with a column task, or traceRow of @cfc/dual',
  spec: (rows) => {
    const [names, remark] = constraintsIn(rows, 'normalized:');
    const most = Math.min(STRETCHES, Math.floor(MOST / names.length));
    const changes = names.map((name) => changesOf(rows, name, most));
    const values = changes.flat();
    const axis = (field: string, title: string) => ({
      field,
      type: 'quantitative',
      title,
      scale: { zero: true, nice: false, padding: 8 },
      axis: { tickCount: 4, format: '~g' },
    });
    const line = (channel: 'x' | 'y') => ({
      transform: [{ aggregate: [{ op: 'count', as: 'points' }], groupby: ['constraint'] }], // once, not for every point
      mark: { type: 'rule', opacity: 0.5, color: 'currentColor' },
      encoding: { [channel]: { datum: 0 } },
    });
    return page(
      'Task against constraints: changes from one stretch of the run to the next',
      {
        data: { values },
        facet: {
          field: 'constraint',
          type: 'nominal',
          title: null,
          sort: values.map(({ constraint }) => constraint).filter((name, k, all) => all.indexOf(name) === k),
          header: { labelFontSize: 11 },
        },
        columns: Math.min(3, Math.max(1, names.length)),
        spec: {
          width: PANEL,
          height: PANEL,
          layer: [
            line('x'),
            line('y'),
            {
              mark: { type: 'point', filled: true, size: 22, opacity: 0.7 },
              encoding: {
                x: axis('constraint_change', 'Δx̂'),
                y: axis('task_change', 'Δ task'),
                color: { field: 'colour', type: 'nominal', scale: null, legend: null },
              },
            },
          ],
        },
        resolve: { scale: { x: 'independent', y: 'shared' } },
      },
      remark,
      'other colour: one fell where the other rose; r is the correlation of the changes',
    );
  },
};

function changesOf(rows: readonly Row[], name: string, most: number) {
  const both = rows.filter((row) => Number.isFinite(row['task']) && Number.isFinite(row[`normalized:${name}`]));
  const [tasks, losses] = ['task', `normalized:${name}`].map((column) =>
    stretches(
      both.map((row) => row[column] as number),
      most + 1,
    ),
  ) as [readonly number[], readonly number[]];
  const steps = tasks.slice(1).map((task, k) => ({ task: task - tasks[k]!, loss: losses[k + 1]! - losses[k]! }));
  const { correlation } = together(
    steps.map(({ task }) => task),
    steps.map(({ loss }) => loss),
  );
  const constraint = steps.length > 2 ? `${name}: r = ${correlation.toFixed(2)}` : name;
  const drawn = steps.length > 0 ? steps : [{ task: 0, loss: 0 }];
  return drawn.map(({ task, loss }) => ({
    constraint,
    task_change: task,
    constraint_change: loss,
    colour: task * loss < 0 ? alarm : first,
  }));
}
