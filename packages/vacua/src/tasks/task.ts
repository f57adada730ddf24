import type { NodeGraph } from '../baselines/graph.js';
import type { FeatureTable } from '../features/feature-table.js';
import type { Example } from './example.js';

/** Something to be learnt: examples with labels, and the ways to describe them by numbers. */
export interface Task {
  readonly name: string;
  /** Names of the classes; labels are indices of it. */
  readonly classes: readonly string[];
  readonly examples: readonly Example[];
  /** Feature tables by name, a row for each example. What a table takes from data it takes from the examples `train` alone, never from labels. */
  readonly features: Readonly<Record<string, (train: readonly number[]) => FeatureTable>>;
  /** A graph for each example, where there are any. */
  readonly graphs?: readonly NodeGraph[];
}
