import { type Curves, pairedGains, type PairedGain, type ReliabilityBin, type Split, type Task } from '@cfc/vacua';
import type { ScoredRow } from './scores-text.js';

/** A model with how it did. */
export type StudyRow = ScoredRow & { readonly reliability: readonly ReliabilityBin[] };

/** Models on one split of a task. */
export interface Study {
  readonly task: string;
  readonly split: Split['kind'];
  readonly sha256: string;
  readonly classes: readonly string[];
  readonly sizes: readonly [train: number, test: number];
  readonly rows: readonly StudyRow[];
}

/** Learning curves of one task. */
export interface LearningStudy {
  readonly task: string;
  readonly gains: readonly PairedGain[];
  readonly curves: readonly Curves[];
}

/** What models showed on a split. */
export const studyOf = ({ name, classes }: Task, split: Split, rows: readonly StudyRow[]): Study => ({
  task: name,
  split: split.kind,
  sha256: split.sha256,
  classes,
  sizes: [split.train.length, split.test.length],
  rows,
});

/** What the curves of a task show. */
export const learningStudy = (task: string, curves: readonly Curves[]): LearningStudy => ({
  task,
  gains: pairedGains(curves),
  curves,
});
