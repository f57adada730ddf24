import type { Stability } from '@cfc/vacua';
import type { DatasetName } from './datasets.js';

/** What `--json` prints. */
export interface LabelDocument {
  readonly dataset: DatasetName;
  readonly labels: number;
  readonly samples: number;
  /** SHA-256 of all that the labels depend on. */
  readonly hash: string;
  /** Labels of each class. */
  readonly classes: Readonly<Record<Stability, number>>;
}
