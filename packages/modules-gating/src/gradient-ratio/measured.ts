import { by } from './by.js';
import { type MeasureName, type MeasureRule, measures } from './measures.js';
import type { Trial } from './replay.js';
import { type Bounds, basicInterval, resampled, shuffled } from './resampling.js';

/** A measure of a gate, with what the chance of the runs makes of it. */
export interface Measure extends Bounds {
  readonly value: number;
  /** Its mean where chance deals the blueprints out among the runs: no bias of a gate is smaller than this but by luck. */
  readonly chance: number;
  /** Probability of at least this value under chance. */
  readonly p: number;
  /** What it lies below the value of the first gate, with its interval. */
  readonly fall: Bounds & { readonly value: number };
}

interface Drawing {
  readonly resamples: number;
  readonly seed: number;
  readonly useful: number | null;
}

/** The measures of every gate; `trials` are those of all gates, run by run the same. */
export function measured(
  trials: readonly (readonly Trial[])[],
  { resamples, seed, useful }: Drawing,
): readonly Readonly<Partial<Record<MeasureName, Measure>>>[] {
  const rules = measures.filter(({ needsGain }) => useful !== null || !needsGain);
  const draws = Array.from({ length: resamples }, (_, draw) => draw);
  const runs = trials[0]!.map((_, i) => i);
  const groups = by(runs, (i) => trials[0]![i]!.blueprint);
  const samples = draws.map((draw) => resampled(groups, seed, draw));
  const deals = draws.map((draw) => shuffled(runs.length, seed, resamples + draw));
  const valued = (rule: MeasureRule, some: readonly Trial[]): number => rule.of(some, useful ?? Infinity);
  const sampled = trials.map((own) =>
    samples.map((sample) => {
      const some = sample.map((i) => own[i]!);
      return rules.map((rule) => valued(rule, some));
    }),
  );
  const measure = (rule: MeasureRule, r: number, k: number): Measure => {
    const [value, first] = [valued(rule, trials[k]!), valued(rule, trials[0]!)];
    const dealt = deals.map((deal) => valued(rule, anew(trials[k]!, deal, rule.dealt)));
    const falls = draws.map((draw) => sampled[0]![draw]![r]! - sampled[k]![draw]![r]!);
    const span = rule.range[1] - rule.range[0];
    return {
      value,
      ...basicInterval(
        value,
        sampled[k]!.map((values) => values[r]!),
        rule.range,
      ),
      chance: dealt.reduce((sum, one) => sum + one, 0) / resamples,
      p: (1 + dealt.filter((one) => one >= value - 1e-12).length) / (1 + resamples),
      fall: { value: first - value, ...basicInterval(first - value, falls, [-span, span]) },
    };
  };
  return trials.map((_, k) => Object.fromEntries(rules.map((rule, r) => [rule.name, measure(rule, r, k)])));
}

/** The trials with their blueprints or gains dealt out anew. */
const anew = (trials: readonly Trial[], deal: readonly number[], what: 'blueprint' | 'gain'): readonly Trial[] =>
  trials.map((trial, i) => ({ ...trial, [what]: trials[deal[i]!]![what] }));
