import { HALF, type Weather } from './data.js';
import { type Planted, type StuckAt, plantAll } from './faults.js';
import { type HampelOptions, hampel } from './hampel.js';
import type { Parameters } from './parameters.js';
import { type Repair, type Repaired, repair } from './repair.js';
import { type Score, meanScore, score } from './score.js';

/** Both methods on one corrupted copy, scored on the maximum of years 3 and 4. */
export interface Comparison {
  readonly seed: number;
  readonly planted: Planted;
  readonly repair: Repair;
  readonly filtered: Repaired;
  readonly ours: Score;
  readonly filter: Score;
}

/** A record with planted faults, as both methods see it. */
export function corrupted(truth: Weather, planted: { max: Planted; min: Planted }): Weather {
  return { ...truth, max: planted.max.readings, min: planted.min.readings };
}

export function compare(
  truth: Weather,
  seed: number,
  given: Parameters,
  options: HampelOptions,
  stuckAt?: StuckAt,
): Comparison {
  const planted = plantAll(truth, seed, stuckAt);
  const repaired = repair(corrupted(truth, planted), given);
  const filtered = hampel(planted.max.readings, options);
  const scored = (result: Repaired): Score => score(truth.max, planted.max, result, HALF, truth.max.length);
  return {
    seed,
    planted: planted.max,
    repair: repaired,
    filtered,
    ours: scored(repaired.max),
    filter: scored(filtered),
  };
}

/** Means over the seeds, and our error as a share of the filter's. */
export interface Summary {
  readonly ours: Score;
  readonly filter: Score;
  readonly ratio: number;
}

export function summaryOf(comparisons: readonly Pick<Comparison, 'ours' | 'filter'>[]): Summary {
  const ours = meanScore(comparisons.map((comparison) => comparison.ours));
  const filter = meanScore(comparisons.map((comparison) => comparison.filter));
  return { ours, filter, ratio: ours.rmse / filter.rmse };
}
