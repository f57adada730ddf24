import { CfcError, type Given, choice, fill, integer } from '@cfc/core';
import { fitForest, predictForest } from '../baselines/forest.js';
import { shuffledOrder } from '../baselines/order.js';
import type { Row } from '../baselines/rows.js';
import { scoresOf } from '../metrics/scores.js';
import { seedOf } from '../potential/random.js';
import { distancesIn, forestDistances } from './distances.js';
import type { Oracle } from './oracle.js';
import { batchFields, selectBatch } from './select.js';

const fields = {
  ...batchFields,
  initial: integer(50, 'examples labelled at random to begin with, the same for every strategy', { min: 1 }),
  rounds: integer(10, 'rounds after the first', { min: 1 }),
  trees: integer(50, 'trees of the forest', { min: 1 }),
  space: choice('forest', ['forest', 'features'] as const, 'where distances are measured'),
  seed: integer(0, 'seed of all draws', { min: 0 }),
};

/** What is learnt from and what it is tested on. */
export interface Pool {
  readonly classes: number;
  /** Without labels: those come from the oracle. */
  readonly pool: { readonly ids: readonly string[]; readonly rows: readonly Row[] };
  readonly test: { readonly rows: readonly Row[]; readonly labels: readonly number[] };
}

/** One point of a learning curve. */
export interface CurvePoint {
  readonly labelled: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** Mean utility of the batch that was chosen before; 0 for the first. */
  readonly utility: number;
}

/** A learning curve, and what was labelled in which order. Plain data. */
export interface Learnt {
  readonly points: readonly CurvePoint[];
  readonly ids: readonly string[];
  /** Mean accuracy over the labels spent: the area under the curve by trapezoids, over its width. */
  readonly area: number;
}

/**
 * Active learning with a random forest: label some, fit, choose the next batch by what the forest is not sure of, and so on.
 *
 * Strategies that look for diversity measure it in a space: `forest`, the share of trees of the present forest that part two examples; or
 * `features`, Euclidean on standardised features, where rare features count most.
 *
 * @param oracle asked once for each id that is chosen; what it throws comes through
 * @param options `strategy` (marginKCenter), `initial` (50), `batch` (50), `rounds` (10), `beta` (0.5), `prefilter` (10), `trees` (50), `space` (forest), `seed` (0)
 * @throws `INPUT_INVALID` for a pool smaller than all rounds take, `OPTION_INVALID`
 */
export function learn({ classes, pool, test }: Pool, oracle: Oracle, options: Given<typeof fields> = {}): Learnt {
  const { initial, rounds, trees, space, seed, ...choosing } = fill(fields, options, 'learn');
  const wanted = initial + choosing.batch * rounds;
  if (pool.rows.length < wanted || pool.ids.length !== pool.rows.length) {
    const what = `the pool has ${pool.ids.length} ids and ${pool.rows.length} rows, and ${wanted} are to be labelled`;
    throw new CfcError('INPUT_INVALID', what, 'learn.pool', 'Give a larger pool, or fewer or smaller rounds.');
  }
  const seedFor = (what: string, round = 0): number => seedOf(seed, what, String(round));
  const chosen: number[] = [];
  const labels: number[] = [];
  const take = (index: number): void => {
    labels.push(oracle(pool.ids[index]!));
    chosen.push(index);
  };
  for (const index of shuffledOrder(pool.rows.length, seedFor('first')).slice(0, initial)) take(index);
  const points: CurvePoint[] = [];
  for (let round = 0, utility = 0; ; round++) {
    const known = chosen.map((index) => pool.rows[index]!);
    const forest = fitForest(known, labels, classes, { trees, seed: seedFor('forest', round) });
    const { accuracy, macroF1 } = scoresOf(predictForest(forest, test.rows), test.labels);
    points.push({ labelled: chosen.length, accuracy, macroF1, utility });
    if (round === rounds) break;
    const taken = new Set(chosen);
    const indices = pool.rows.flatMap((_, i) => (taken.has(i) ? [] : [i]));
    const rows = indices.map((i) => pool.rows[i]!);
    const distances = () => (space === 'forest' ? forestDistances(forest, pool.rows) : distancesIn(pool.rows));
    const candidates = { indices, labelled: chosen, probabilities: predictForest(forest, rows), distances };
    const next = selectBatch(candidates, { ...choosing, seed: seedFor('batch'), round });
    for (const { index } of next) take(index);
    utility = next.reduce((sum, one) => sum + one.utility, 0) / next.length;
  }
  return { points, ids: chosen.map((index) => pool.ids[index]!), area: areaUnder(points) };
}

/** Mean accuracy along the labels. */
function areaUnder(points: readonly CurvePoint[]): number {
  const width = points.at(-1)!.labelled - points[0]!.labelled;
  const parts = points.slice(1).map((point, k) => {
    const before = points[k]!;
    return ((point.labelled - before.labelled) * (point.accuracy + before.accuracy)) / 2;
  });
  return parts.reduce((sum, part) => sum + part, 0) / width;
}
