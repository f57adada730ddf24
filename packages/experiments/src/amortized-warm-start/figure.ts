import { learners } from './contestants.js';
import type { Saving } from './saving.js';
import { streams } from './streams.js';

/** Far off to the left; the table has it. */
const COARSE = 'coarse system';
/** What is relaxed, in the order of the bars. */
const relaxed = ['everything', 'active sets', 'row by row'];

const quantitative = (field: string, title: string) => ({ field, type: 'quantitative' as const, title });

/** Savings of the proposers by stream, and the passes of active sets beside the full method. */
export function figure(savings: readonly Saving[]): Readonly<Record<string, unknown>> {
  const proposed = savings.filter(({ part, kind }) => part === 'stream' && kind in streams);
  const starts = [...new Set(proposed.map(({ start }) => start))];
  const values = proposed
    .filter(({ start }) => start !== COARSE)
    .map(({ kind, method, start, mean, low, high }) => ({
      kind,
      method,
      start,
      learns: learners.includes(start) ? 'learns' : 'learns nothing',
      saved: 100 * mean,
      low: 100 * low,
      high: 100 * high,
    }));
  const changes = savings
    .filter(({ part }) => part === 'change')
    .map(({ kind, start, passes }) => ({ kind, start, passes: passes.mean, low: passes.low, high: passes.high }));
  const order = [...learners, ...starts.filter((start) => !learners.includes(start) && start !== COARSE)];
  const saved = (field: string) => ({
    ...quantitative(field, 'saved, %'),
    axis: { gridColor: { condition: { test: 'datum.value === 0', value: '#666' }, value: '#ddd' } },
  });
  return {
    vconcat: [
      {
        title: { text: 'Passes saved by proposed starts, to 1e-6 of the drop', anchor: 'start' },
        data: { values },
        facet: {
          row: { field: 'method', type: 'nominal', title: null },
          column: { field: 'kind', type: 'nominal', sort: Object.keys(streams), title: null },
        },
        spec: {
          width: 150,
          height: { step: 18 },
          encoding: {
            y: { field: 'start', type: 'nominal', scale: { domain: order }, title: null, axis: { labelLimit: 200 } },
            color: { field: 'learns', type: 'nominal', title: 'proposer' },
          },
          layer: [
            { mark: { type: 'rule' }, encoding: { x: saved('low'), x2: { field: 'high' } } },
            { mark: { type: 'point', filled: true, opacity: 1 }, encoding: { x: saved('saved') } },
          ],
        },
      },
      {
        title: { text: 'Passes until a system is at rest after one module changed', anchor: 'start' },
        width: 420,
        height: { step: 16 },
        data: { values: changes },
        encoding: {
          y: { field: 'kind', type: 'nominal', scale: { domain: ['near couplings', 'far couplings'] }, title: null },
          yOffset: { field: 'start', scale: { domain: relaxed } },
        },
        layer: [
          {
            mark: { type: 'bar' },
            encoding: {
              x: quantitative('passes', 'passes'),
              color: {
                field: 'start',
                type: 'nominal',
                title: 'relaxed',
                scale: { domain: relaxed, scheme: 'set2' },
              },
            },
          },
          { mark: { type: 'rule' }, encoding: { x: quantitative('low', 'passes'), x2: { field: 'high' } } },
        ],
      },
    ],
    resolve: { scale: { color: 'independent' } },
  };
}
