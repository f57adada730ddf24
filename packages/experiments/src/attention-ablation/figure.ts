import type { Interval } from '../interval.js';
import { type Kind, type Measure, mean } from './compare.js';
import type { Tested } from './measure.js';
import { CONTEXTS, type Context, SUPPLIES, type Supply, WEIGHTS } from './variant.js';

const SUPPLY_NAMES: Readonly<Record<Supply, string>> = { few: '16 sequences', fresh: 'new ones each step' };
const CONTEXT_NAMES: Readonly<Record<Context, string>> = {
  none: 'itself',
  local: '± 2 places',
  prefix: 'prefix',
  global: 'all',
};
/** Where the axis ends, in percent: nobody who guesses does worse. */
const MOST = 50;
const REGULARISERS = ['hopfield', 'sparsity', 'coherence', 'decay'] as const;

/** Wrong early decisions with their intervals: by what is seen, and by the weight of each regulariser where all is seen. */
export function figure(rows: readonly Tested[]): Readonly<Record<string, unknown>> {
  const known = REGULARISERS.filter((regulariser) => rows.some((row) => row.regulariser === regulariser));
  return {
    hconcat: [byContext(rows), { hconcat: SUPPLIES.map((supply) => byWeight(rows, supply, known)) }],
    resolve: { scale: { color: 'independent', xOffset: 'independent' } },
  };
}

function byContext(rows: readonly Tested[]) {
  const contexts = Object.keys(CONTEXTS) as Context[];
  const series: readonly (readonly [string, Kind, Measure])[] = [
    ...SUPPLIES.map((supply) => [SUPPLY_NAMES[supply], { supply }, 'earlyError'] as const),
    ['new ones, late as noisy as early', { supply: 'fresh', later: 'noisy' }, 'earlyError'],
    ['none: it knows the symbols', { supply: 'fresh' }, 'oracleEarly'],
  ];
  const values = series.flatMap(([learnt, kind, measure]) =>
    contexts.flatMap((context) =>
      point(rows, { ...kind, context }, measure, { 'learnt from': learnt, sees: CONTEXT_NAMES[context] }),
    ),
  );
  const x = { field: 'sees', type: 'nominal', title: 'what a place sees', sort: Object.values(CONTEXT_NAMES) };
  const names = series.map(([learnt]) => learnt);
  return panel('no regulariser', values, { ...x, axis: { labelAngle: 0 } }, 'learnt from', names);
}

function byWeight(rows: readonly Tested[], supply: Supply, known: readonly (typeof REGULARISERS)[number][]) {
  const plain = { supply, context: 'global' } as const;
  const values = known.flatMap((regulariser) =>
    [0, ...WEIGHTS].flatMap((weight) => {
      const kind = weight === 0 ? plain : { ...plain, regulariser, weight };
      return point(rows, kind, 'earlyError', { regulariser, weight });
    }),
  );
  const x = { field: 'weight', type: 'ordinal', title: 'weight of the regulariser', axis: { labelAngle: 0 } };
  return panel(`all is seen, ${SUPPLY_NAMES[supply]}`, values, x, 'regulariser', known);
}

/** Points with their intervals, side by side where they share a place. */
function panel(title: string, values: readonly object[], x: object, by: string, domain: readonly string[]) {
  const y = { type: 'quantitative', title: 'wrong early decisions (%)', scale: { domain: [0, MOST], clamp: true } };
  const series = { field: by, type: 'nominal' };
  return {
    title: { text: title, fontSize: 11 },
    width: 230,
    height: 240,
    data: { values },
    encoding: {
      x,
      xOffset: { ...series, scale: { domain } },
      color: { ...series, scale: { domain }, legend: { orient: 'bottom', columns: 1, labelLimit: 0 } },
    },
    layer: [
      { mark: 'rule', encoding: { y: { ...y, field: 'low' }, y2: { field: 'high' } } },
      { mark: { type: 'point', filled: true, size: 40 }, encoding: { y: { ...y, field: 'mean' } } },
    ],
  };
}

/** A mean with its ends in percent, if it was taken. */
function point<Labels extends object>(rows: readonly Tested[], kind: Kind, measure: Measure, labels: Labels) {
  const found = mean(rows, kind, measure);
  return found === null ? [] : [{ ...labels, ...percent(found) }];
}

const percent = ({ mean: middle, low, high }: Interval) => ({ mean: 100 * middle, low: 100 * low, high: 100 * high });
