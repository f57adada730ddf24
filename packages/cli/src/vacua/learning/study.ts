import { setImmediate } from 'node:timers/promises';
import {
  type Baseline,
  type Curves,
  indicesOf,
  pairedGains,
  type PairedGain,
  reliability,
  type ReliabilityBin,
  type Split,
  type Task,
  trainOn,
} from '@cfc/vacua';
import { Interrupted } from '../../errors/interrupted.js';
import type { Io } from '../../io.js';
import { named, type ScoredRow } from './scores-text.js';

/** Models on one split of a task. */
export interface Study {
  readonly task: string;
  readonly split: Split['kind'];
  readonly sha256: string;
  readonly classes: readonly string[];
  readonly sizes: readonly [train: number, test: number];
  readonly rows: readonly (ScoredRow & { readonly reliability: readonly ReliabilityBin[] })[];
}

/** Learning curves of one task. */
export interface LearningStudy {
  readonly task: string;
  readonly gains: readonly PairedGain[];
  readonly curves: readonly Curves[];
}

/** What the curves of a task show. */
export const learningStudy = (task: string, curves: readonly Curves[]): LearningStudy => ({
  task,
  gains: pairedGains(curves),
  curves,
});

/** Fits models, each with the features named after it, and scores them; the majority is always first. */
export async function study(
  task: Task,
  split: Split,
  wanted: readonly (readonly [Baseline, features?: string])[],
  seed: number,
  io: Io,
): Promise<Study> {
  const interrupt = io.interruptible();
  const rows: Study['rows'][number][] = [];
  const truth = indicesOf(task, split).test.map((i) => task.examples[i]!.label);
  for (const [baseline, features] of [['majority'] as const, ...wanted]) {
    await setImmediate(); // lets signals in
    if (interrupt.aborted) throw new Interrupted(`interrupted before ${baseline} on ${task.name}`);
    const trained = trainOn(task, split, baseline, { seed, ...(features === undefined ? {} : { features }) });
    const { scores, probabilities } = trained;
    const name = named(baseline, trained.features, task);
    rows.push({ name, scores, reliability: reliability(probabilities, truth) });
  }
  const sizes = [split.train.length, split.test.length] as const;
  return { task: task.name, split: split.kind, sha256: split.sha256, classes: task.classes, sizes, rows };
}
