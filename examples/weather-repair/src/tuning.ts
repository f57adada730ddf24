import { corrupted } from './compare.js';
import { HALF, type Weather, stretch } from './data.js';
import { type Planted, type StuckAt, plantAll } from './faults.js';
import { type HampelOptions, hampel } from './hampel.js';
import { type Parameters, trainingSeeds } from './parameters.js';
import { type Repaired, repair } from './repair.js';
import { type Score, meanScore, score } from './score.js';

/** A setting and how it did on years 1 and 2, mean of the training seeds. */
export interface Tried<Setting> {
  readonly setting: Setting;
  readonly score: Score;
}

/** Corrupted copies, and the days `from` to `to` of them that are scored. */
interface Sample {
  readonly truth: readonly number[];
  readonly copies: readonly { readonly planted: Planted; readonly weather: Weather }[];
  readonly from: number;
  readonly to: number;
}

/** Years 1 and 2 alone, with the faults of the training seeds. */
export function trainingOf(weather: Weather, stuckAt?: StuckAt): Sample {
  const copies = trainingSeeds.map((seed) => {
    const planted = plantAll(weather, seed, stuckAt);
    return { planted: planted.max, weather: stretch(corrupted(weather, planted), 0, HALF) };
  });
  return { truth: weather.max, copies, from: 0, to: HALF };
}

/** Years 3 and 4: only for a setting chosen in hindsight. */
export function measuredOn(weather: Weather, seeds: readonly number[]): Sample {
  const copies = seeds.map((seed) => {
    const planted = plantAll(weather, seed);
    return { planted: planted.max, weather: corrupted(weather, planted) };
  });
  return { truth: weather.max, copies, from: HALF, to: weather.max.length };
}

/** How far below the best F1 a setting may lie. */
const SLACK = 0.03;

/** The rule for both methods: the least RMSE among the settings whose F1 is within .03 of the best. */
function chosen<Setting>(tried: readonly Tried<Setting>[], slack = SLACK): Tried<Setting> {
  const best = Math.max(...tried.map(({ score: { f1 } }) => f1));
  const good = tried.filter(({ score: { f1 } }) => f1 >= best - slack);
  return good.reduce((least, next) => (next.score.rmse < least.score.rmse ? next : least));
}

function tryAll<Setting>(
  { truth, copies, from, to }: Sample,
  settings: readonly Setting[],
  run: (weather: Weather, setting: Setting) => Repaired,
): Tried<Setting>[] {
  return settings.map((setting) => {
    const scores = copies.map(({ planted, weather }) => score(truth, planted, run(weather, setting), from, to));
    return { setting, score: meanScore(scores) };
  });
}

export function tuneOurs(sample: Sample, settings: readonly Parameters[]): Tried<Parameters> {
  return chosen(tryAll(sample, settings, (weather, setting) => repair(weather, setting).max));
}

/** Windows of 3 to 51 days, thresholds of 1 to 6 standard deviations. */
export function tuneFilter(sample: Sample, run: number, slack?: number): Tried<HampelOptions> {
  const halves = Array.from({ length: 25 }, (_, k) => k + 1);
  const thresholds = Array.from({ length: 11 }, (_, k) => 1 + k / 2);
  const settings = halves.flatMap((half) => thresholds.map((threshold) => ({ half, threshold, run })));
  return chosen(
    tryAll(sample, settings, (weather, setting) => hampel(weather.max, setting)),
    slack,
  );
}

/** All combinations of the values given for some parameters, the others as they are. */
export function grid(
  base: Parameters,
  axes: { readonly [K in keyof Parameters]?: readonly Parameters[K][] },
): Parameters[] {
  let settings = [base];
  for (const [name, values] of Object.entries(axes)) {
    settings = settings.flatMap((setting) => values.map((value) => ({ ...setting, [name]: value })));
  }
  return settings;
}
