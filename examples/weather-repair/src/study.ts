import { compare, summaryOf } from './compare.js';
import { type Weather, seattle } from './data.js';
import type { StuckAt } from './faults.js';
import type { HampelOptions } from './hampel.js';
import { type Parameters, evaluationSeeds, furtherSeeds, hampelOptions, parameters } from './parameters.js';
import { type Score, standardError } from './score.js';
import { grid, measuredOn, trainingOf, tuneFilter, tuneOurs } from './tuning.js';

/**
 * The numbers of the README: further seeds, without the rule for runs of equal readings, with that rule in
 * the filter too, without parts of the energy, and with sensors that freeze at a good reading. Where a
 * variant changes what the cost means, the cost is set again on years 1 and 2.
 */
const weather = seattle();
const costs = [0.015, 0.02, 0.025, 0.03, 0.035, 0.04, 0.045, 0.05, 0.055, 0.06];
const [bad, last] = (['bad reading', 'last reading'] as const).map((stuckAt) => trainingOf(weather, stuckAt));
const [withoutRule, filterForError, filterWithRule, filterOnLast, filterWithRuleOnLast] = [
  tuneOurs(bad!, grid({ ...parameters, run: 0 }, { cost: costs })).setting,
  tuneFilter(bad!, 0, 1).setting,
  tuneFilter(bad!, parameters.run).setting,
  tuneFilter(last!, 0).setting,
  tuneFilter(last!, parameters.run).setting,
];

for (const seeds of [evaluationSeeds, furtherSeeds]) {
  console.log(`\nSeeds ${seeds[0]} to ${seeds.at(-1)}, years 3 and 4, maximum; means, with standard errors`);
  tell(weather, seeds, 'as published', parameters, hampelOptions);
  const hindsight = tuneFilter(measuredOn(weather, seeds), 0).setting;
  tell(weather, seeds, `filter set on these very days (${shortly(hindsight)})`, parameters, hindsight);
  tell(weather, seeds, `filter set for RMSE alone (${shortly(filterForError)})`, parameters, filterForError);
  tell(weather, seeds, `neither has the run rule (cost ${withoutRule.cost})`, withoutRule, hampelOptions);
  tell(weather, seeds, 'both have the run rule', parameters, filterWithRule);
  tell(weather, seeds, 'first days of runs pay the whole cost', { ...parameters, runStart: 1 }, hampelOptions);
  tell(weather, seeds, 'without other years', { ...parameters, years: 0 }, hampelOptions);
  tell(weather, seeds, 'without the other sensor', { ...parameters, sensors: 0 }, hampelOptions);
  tell(weather, seeds, 'frozen at the last good reading', parameters, filterOnLast, 'last reading');
  tell(weather, seeds, 'the same, both have the run rule', parameters, filterWithRuleOnLast, 'last reading');
}

function shortly({ half, threshold }: HampelOptions): string {
  return `${half}, ${threshold}`;
}

function tell(
  truth: Weather,
  seeds: readonly number[],
  name: string,
  given: Parameters,
  options: HampelOptions,
  stuckAt?: StuckAt,
): void {
  const comparisons = seeds.map((seed) => compare(truth, seed, given, options, stuckAt));
  const { ratio } = summaryOf(comparisons);
  const [ours, filter] = [comparisons.map((one) => one.ours), comparisons.map((one) => one.filter)];
  console.log(
    `${name.padEnd(44)} F1 ${spread(ours, (s) => s.f1, 3)} against ${spread(filter, (s) => s.f1, 3)}` +
      `   RMSE ${spread(ours, (s) => s.rmse, 2)} against ${spread(filter, (s) => s.rmse, 2)}   ratio ${ratio.toFixed(2)}`,
  );
}

function spread(scores: readonly Score[], of: (score: Score) => number, digits: number): string {
  const values = scores.map(of);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return `${mean.toFixed(digits)} ± ${standardError(values).toFixed(digits)}`;
}
