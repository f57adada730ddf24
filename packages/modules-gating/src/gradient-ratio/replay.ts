import { CfcError } from '@cfc/core';
import { by } from './by.js';
import type { GradientRecord } from './gradient-record.js';
import type { RatioDecision, RatioGate } from './ratio-gate.js';

/** What a gate made of a run that was recorded. */
export interface Trial {
  /** Its name; null where it has none. */
  readonly run: string | null;
  readonly blueprint: string;
  /** The decision at the last step of the run. */
  readonly decision: RatioDecision;
  /** ln(average / threshold), above 0 where the gate lets the seed pass by far; null without a ratio, or where either is 0. */
  readonly margin: number | null;
  /** The gain of the run, of its last record that has one; null where none has. */
  readonly gain: number | null;
}

/**
 * Puts recorded runs before a gate, each by its records in the order of their steps; one trial for each run, in the order in which
 * the runs begin in the records.
 *
 * @throws `INPUT_INVALID` for a run of two blueprints
 */
export const replay = (records: readonly GradientRecord[], gate: RatioGate): readonly Trial[] =>
  runsOf(records).map((run) => trial(run, gate));

const runsOf = (records: readonly GradientRecord[]): readonly (readonly GradientRecord[])[] =>
  by(records, ({ run }, k) => (run === undefined ? `${k}` : `run ${run}`)).map((run) =>
    [...run].sort((a, b) => a.step - b.step),
  );

function trial(run: readonly GradientRecord[], gate: RatioGate): Trial {
  const { run: name = null, blueprint } = run[0]!;
  let state = gate.init();
  let decision: RatioDecision | undefined;
  let gain: number | null = null;
  for (const record of run) {
    if (record.blueprint !== blueprint) {
      const what = `the run has the blueprints ${blueprint} and ${record.blueprint}`;
      throw new CfcError('INPUT_INVALID', what, `run ${record.run}`, 'Give the runs of two seeds two names.');
    }
    const seed = { blueprint, layers: record.seed };
    ({ decision, state } = gate.decide(seed, { blueprint: 'host', layers: record.host }, state));
    gain = record.gain ?? gain;
  }
  return { run: name, blueprint, decision: decision!, margin: marginOf(decision!), gain };
}

function marginOf({ average, threshold }: RatioDecision): number | null {
  return average > 0 && threshold > 0 ? Math.log(average / threshold) : null;
}
