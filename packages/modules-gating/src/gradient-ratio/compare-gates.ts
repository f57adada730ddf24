import { CfcError, describe } from '@cfc/core';
import { by } from './by.js';
import type { GradientRecord } from './gradient-record.js';
import { type Measure, measured } from './measured.js';
import { type MeasureName, usefulOf } from './measures.js';
import type { RatioGate } from './ratio-gate.js';
import { type Trial, replay } from './replay.js';
import { type Share, wilson } from './wilson.js';

/** How often a gate lets the seeds of one blueprint pass. */
export interface BlueprintRate extends Share {
  readonly blueprint: string;
  /** The same of useful seeds alone; null where no gains are known. */
  readonly useful: Share | null;
}

/** What one gate did with the runs: pass rates by blueprint, and measures of them. */
export interface GateReport {
  readonly name: string;
  readonly blueprints: readonly BlueprintRate[];
  /** Those that need gains are there only where a run has one. */
  readonly measures: Readonly<Partial<Record<MeasureName, Measure>>>;
}

/** Gates side by side on the same runs. */
export interface GateComparison {
  readonly runs: number;
  /** The gain from which on a seed counts as useful; null where no gains are known. */
  readonly useful: number | null;
  /** In the order in which the gates were given. */
  readonly gates: readonly GateReport[];
}

/** How gates are compared. */
export interface ComparisonOptions {
  /** Resamples and permutations behind the intervals, whole, >= 40; 1,000 by default. */
  readonly resamples?: number;
  /** Of the randomness; 0 by default. */
  readonly seed?: number;
  /** The gain from which on a seed is useful; the median of the runs by default. */
  readonly useful?: number;
}

/**
 * An A/B test of gates on recorded gradients: every run is put before every gate, and the pass rates of the blueprints are compared.
 *
 * One run is one trial, decided at its last step; Wilson's interval takes runs for independent. The measures:
 * - `passGap`: largest difference of pass rates between blueprints.
 * - `explained`: share of the variance of ln(ratio / threshold) that the blueprint explains, η².
 * - `usefulGap`: the pass gap among useful seeds alone (equal opportunity).
 * - `explainedBeyondGain`: `explained`, of what a line in the gain leaves over.
 * - `agreement`: rank correlation of ln(ratio / threshold) with the gain.
 *
 * Intervals are basic bootstrap intervals over runs, within blueprints; all gates see the same resamples, so that the fall of a bias is
 * compared run by run. `chance` and `p` are from permutations of the blueprints (of the gains, for `agreement`).
 *
 * @param gates by name; the first is what the falls of the others are counted from
 * @throws `INPUT_INVALID` for no records or no gates, or a run of two blueprints; `OPTION_INVALID` for too few resamples
 * Source: for equal opportunity M. Hardt, E. Price, N. Srebro, arXiv:1610.02413 (2016).
 */
export function compareGates(
  records: readonly GradientRecord[],
  gates: Readonly<Record<string, RatioGate>>,
  { resamples = 1000, seed = 0, useful: cut }: ComparisonOptions = {},
): GateComparison {
  const where = 'compareGates';
  const names = Object.keys(gates);
  if (records.length === 0 || names.length === 0) {
    const what = `there are ${records.length} records and ${names.length} gates`;
    throw new CfcError('INPUT_INVALID', what, where, 'Give one of each at least.');
  }
  if (!(Number.isInteger(resamples) && resamples >= 40)) {
    const what = `resamples is ${describe(resamples)}`;
    throw new CfcError('OPTION_INVALID', what, where, 'Give a whole number >= 40.');
  }
  const trials = names.map((name) => replay(records, gates[name]!));
  const useful = trials[0]!.some(({ gain }) => gain !== null) ? (cut ?? medianGain(trials[0]!)) : null;
  const found = measured(trials, { resamples, seed, useful });
  return {
    runs: trials[0]!.length,
    useful,
    gates: names.map((name, k) => ({ name, blueprints: ratesOf(trials[k]!, useful), measures: found[k]! })),
  };
}

const ratesOf = (trials: readonly Trial[], useful: number | null): readonly BlueprintRate[] =>
  by(trials, ({ blueprint }) => blueprint).map((own) => ({
    blueprint: own[0]!.blueprint,
    ...rate(own),
    useful: useful === null ? null : rate(usefulOf(own, useful)),
  }));

const rate = (trials: readonly Trial[]): Share =>
  wilson(trials.filter(({ decision }) => decision.pass).length, trials.length);

function medianGain(trials: readonly Trial[]): number {
  const gains = trials.flatMap(({ gain }) => (gain === null ? [] : [gain])).sort((a, b) => a - b);
  return gains[gains.length >> 1]!;
}
