import type { Row } from '../table/row.js';
import { mean } from '../statistics/together.js';
import { finiteIn, percent } from './dual-constraints.js';
import type { Figure, Spec } from './figure.js';
import { fitting } from './names.js';
import { page } from './page.js';

const CELL = 46;
/** The whole figure is not wider than this. */
const WIDEST = 250;

/** Mean cosines between the gradients, before they were combined and after. */
export const dualCosines: Figure = {
  name: 'dual-cosines',
  title: 'Cosines between gradients, before and after they were combined',
  needs: ['cosine:*'],
  recordedBy: 'cfc dual replay of values with columns cosine:a:b, or traceRow of @cfc/dual with gradientColumns',
  spec: (rows) => {
    const before = matrix(rows, 'cosine:', 'before');
    const after = fitting(rows, 'cosine_after:*').length > 0 ? [matrix(rows, 'cosine_after:', 'after')] : [];
    return page(
      'Cosines between gradients',
      { hconcat: [before, ...after], spacing: 30, resolve: { scale: { color: 'shared' } } },
      remark(rows),
    );
  },
};

function remark(rows: readonly Row[]): string {
  const [redundancy, conflicts] = ['redundancy', 'conflict_fraction'].map((column) => finiteIn(rows, column)) as [
    readonly number[],
    readonly number[],
  ];
  return [
    'means over the run',
    ...(redundancy.length > 0 ? [`redundancy ${Number(mean(redundancy).toPrecision(3))}`] : []),
    ...(conflicts.length > 0 ? [`${percent(mean(conflicts))} of the pairs in conflict`] : []),
  ].join('; ');
}

/** A heat map of the mean cosine of every pair, both ways round. */
function matrix(rows: readonly Row[], prefix: string, title: string): Spec {
  const columns = fitting(rows, `${prefix}*`);
  const all = columns.map((column) => column.slice(prefix.length));
  const pairs = all.map((pair) => namesOf(pair, all));
  const names = [...new Set(pairs.flat())];
  const size = Math.min(CELL, WIDEST / names.length);
  const values = pairs.flatMap(([a, b], k) => {
    const cosine = mean(finiteIn(rows, columns[k]!));
    return a === b
      ? [{ a, b, cosine }]
      : [
          { a, b, cosine },
          { a: b, b: a, cosine },
        ];
  });
  const own = names.map((name) => ({ a: name, b: name, cosine: 1 }));
  const axis = (field: string, more: object) => ({
    field,
    type: 'nominal',
    title: null,
    sort: names,
    scale: { padding: 0 },
    axis: { grid: false, labelLimit: 90, ...more },
  });
  const encoding = { x: axis('a', { labelAngle: names.length > 4 ? -45 : 0 }), y: axis('b', {}) };
  return {
    width: size * names.length,
    height: size * names.length,
    title: { text: title, fontSize: 12, fontWeight: 'normal' },
    data: { values: [...values, ...own.filter(({ a }) => !values.some((one) => one.a === a && one.b === a))] },
    encoding,
    layer: [
      {
        mark: { type: 'rect' },
        encoding: {
          color: {
            field: 'cosine',
            type: 'quantitative',
            title: 'cosine',
            scale: { domain: [-1, 0, 1], range: ['#d55e00', '#f4f4f2', '#1a7fc2'], interpolate: 'rgb' },
          },
        },
      },
      ...(size >= 30
        ? [
            {
              mark: { type: 'text', fontSize: 11, color: '#14161a' },
              encoding: { text: { field: 'cosine', type: 'quantitative', format: '.2f' } },
            },
          ]
        : []),
    ],
  };
}

/** The two names in `a:b`; names may hold colons themselves: then the split that other pairs use too. */
function namesOf(pair: string, all: readonly string[]): readonly [string, string] {
  const splits = [...pair].flatMap((character, k) =>
    character === ':' ? [[pair.slice(0, k), pair.slice(k + 1)] as const] : [],
  );
  const uses = ([a, b]: readonly [string, string]): number =>
    all.filter((other) => [a, b].some((name) => other.startsWith(`${name}:`) || other.endsWith(`:${name}`))).length;
  return splits.sort((x, y) => uses(y) - uses(x))[0] ?? [pair, pair];
}
