import type { TopLevelSpec } from 'vega-lite';
import type { PipelineResults } from './pipeline.js';
import type { LearningStudy, Study } from './study.js';

const schema = 'https://vega.github.io/schema/vega-lite/v6.json';
const quantitative = 'quantitative' as const;
const nominal = 'nominal' as const;
/** Names in full, in the colours of the lines. */
const legend = { labelLimit: 0, symbolOpacity: 1 } as const;

/** Figures of a run by file name without ending. */
export function figuresOf(results: PipelineResults): ReadonlyMap<string, TopLevelSpec> {
  const figures = new Map<string, TopLevelSpec>([
    ['label-mix', labelMix(results)],
    ['hodge', hodge(results)],
  ]);
  for (const study of results.studies) {
    figures.set(`confusion-${study.task}-${study.split}`, confusion(study));
    figures.set(`reliability-${study.task}-${study.split}`, reliability(study));
  }
  for (const one of results.learning) figures.set(`learning-${one.task}`, learning(one));
  return figures;
}

const labelMix = ({ mix }: PipelineResults): TopLevelSpec => ({
  $schema: schema,
  width: 320,
  data: { values: mix.map((one) => ({ ...one })) },
  encoding: {
    x: {
      field: 'share',
      type: quantitative,
      title: 'share of draws',
      scale: { domain: [0, 1.15] },
      axis: { values: [0, 0.25, 0.5, 0.75, 1], format: '.2f' },
    },
    y: { field: 'stability', type: nominal, title: null, sort: mix.map(({ stability }) => stability) },
  },
  layer: [
    { mark: 'bar' },
    {
      mark: { type: 'text', align: 'left', dx: 4 },
      encoding: { text: { field: 'share', type: quantitative, format: '.4f' } },
    },
  ],
});

const hodge = ({ hodge: points }: PipelineResults): TopLevelSpec => ({
  $schema: schema,
  width: 420,
  height: 320,
  data: { values: points.map(({ source, h11, h21 }) => ({ source, euler: 2 * (h11 - h21), sum: h11 + h21 })) },
  mark: { type: 'point', size: 12, opacity: 0.6 },
  encoding: {
    x: { field: 'euler', type: quantitative, title: 'Euler number 2 (h11 - h21)' },
    y: { field: 'sum', type: quantitative, title: 'h11 + h21' },
    color: { field: 'source', type: nominal, title: null, legend },
  },
});

/** Of every model, a panel each; shares of the true class. */
function confusion({ classes, rows }: Study): TopLevelSpec {
  const values = rows.flatMap(({ name, scores }) =>
    scores.confusion.flatMap((counts, c) => {
      const all = counts.reduce((sum, count) => sum + count, 0) || 1;
      return counts.map((count, d) => ({ name, actual: classes[c], predicted: classes[d], share: count / all, count }));
    }),
  );
  const axis = { type: nominal, sort: [...classes] };
  return {
    $schema: schema,
    data: { values },
    facet: { field: 'name', type: nominal, title: null, sort: rows.map(({ name }) => name) },
    columns: 4,
    spec: {
      width: 120,
      height: 120,
      encoding: { x: { field: 'predicted', ...axis }, y: { field: 'actual', ...axis } },
      layer: [
        {
          mark: 'rect',
          encoding: { color: { field: 'share', type: quantitative, title: 'share', scale: { domain: [0, 1] } } },
        },
        {
          mark: 'text',
          encoding: {
            text: { field: 'count', type: quantitative },
            color: { condition: { test: 'datum.share > 0.5', value: 'white' }, value: 'black' },
          },
        },
      ],
    },
  };
}

/** Accuracy over confidence, a line for each model, with the diagonal; points are as large as the bins are full. */
function reliability({ rows }: Study): TopLevelSpec {
  const values = rows.flatMap(({ name, reliability: bins }) =>
    bins.filter(({ count }) => count > 0).map((bin) => ({ name, ...bin })),
  );
  const unit = { type: quantitative, scale: { domain: [0, 1] } };
  return {
    $schema: schema,
    width: 300,
    height: 300,
    layer: [
      {
        data: { values: [0, 1].map((confidence) => ({ confidence, accuracy: confidence })) },
        mark: { type: 'line', strokeDash: [4, 4], color: 'gray' },
        encoding: { x: { field: 'confidence', ...unit }, y: { field: 'accuracy', ...unit } },
      },
      ...(['line', 'point'] as const).map((type) => ({
        data: { values },
        mark: type === 'line' ? { type, opacity: 0.35 } : { type, filled: true, opacity: 1 },
        encoding: {
          x: { field: 'confidence', ...unit },
          y: { field: 'accuracy', ...unit },
          color: { field: 'name', type: nominal, title: null, sort: rows.map(({ name }) => name), legend },
          ...(type === 'line' ? {} : { size: { field: 'count', type: quantitative, title: 'examples' } }),
        },
      })),
    ],
  };
}

/** Mean accuracy over labels, with the spread of the seeds. */
function learning({ curves }: LearningStudy): TopLevelSpec {
  const values = curves.flatMap(({ strategy, curves: runs }) =>
    runs.flatMap(({ points }, seed) =>
      points.map(({ labelled, accuracy }) => ({ strategy, seed, labelled, accuracy })),
    ),
  );
  const color = { field: 'strategy', type: nominal, title: null, sort: curves.map(({ strategy }) => strategy), legend };
  const x = { field: 'labelled', type: quantitative, title: 'labels' };
  const y = { field: 'accuracy', type: quantitative, scale: { zero: false } };
  return {
    $schema: schema,
    width: 420,
    height: 280,
    data: { values },
    layer: [
      {
        mark: { type: 'errorband', extent: 'stderr' },
        encoding: { x, y: { ...y, title: 'accuracy' }, color },
      },
      { mark: 'line', encoding: { x, y: { ...y, aggregate: 'mean', title: 'accuracy' }, color } },
    ],
  };
}
