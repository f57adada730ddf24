import { CfcError } from '@cfc/core';
import { fitForest } from '../baselines/forest.js';
import { type NodeGraph, fitGraph } from '../baselines/graph.js';
import { fitLogistic } from '../baselines/logistic.js';
import { fitMajority } from '../baselines/majority.js';
import { fitMlp } from '../baselines/mlp.js';
import { type Model, predict } from '../baselines/model.js';
import { shuffledLabels } from '../baselines/shuffled.js';
import { type Scores, scoresOf } from '../metrics/scores.js';
import type { Side, Split } from '../splits/split.js';
import { indicesOf } from './indices.js';
import { tableOf } from './table-of.js';
import type { Task } from './task.js';

/** Models that a task can be given to. `graphWithoutEdges` and `forestShuffled` are controls: the order taken away, the labels dealt out anew. */
export const baselines = [
  'majority',
  'logistic',
  'forest',
  'mlp',
  'graph',
  'graphWithoutEdges',
  'forestShuffled',
] as const;

/** One of `baselines`. */
export type Baseline = (typeof baselines)[number];

/** A model with what it was given and how it did. */
export interface Trained {
  readonly baseline: Baseline;
  /** The feature table; none for models on graphs. */
  readonly features: string | null;
  readonly model: Model;
  readonly probabilities: readonly (readonly number[])[];
  /** Scores on the side asked for. */
  readonly scores: Scores;
}

/**
 * Fits a baseline on the training side of a split and scores it on another.
 *
 * Options: `features`, name of a feature table of the task (the first); `side`, where it is scored (test); `seed` of forests, networks
 * and shuffled labels (0).
 *
 * @throws `INPUT_INVALID` where the task has no such table, or no graphs
 */
export function trainOn(
  task: Task,
  split: Split,
  baseline: Baseline,
  { features, side = 'test', seed = 0 }: { features?: string; side?: Exclude<Side, 'train'>; seed?: number } = {},
): Trained {
  const at = indicesOf(task, split);
  const name = features ?? Object.keys(task.features)[0]!;
  const onGraphs = baseline === 'graph' || baseline === 'graphWithoutEdges';
  const labelsAt = (indices: readonly number[]): number[] => indices.map((i) => task.examples[i]!.label);
  const all = onGraphs ? [] : tableOf(task, name)(at.train).rows;
  const graphs = onGraphs ? graphsOf(task, baseline === 'graph') : [];
  const pick = <T>(from: readonly T[], indices: readonly number[]): T[] => indices.map((i) => from[i]!);
  const classes = task.classes.length;
  const labels = labelsAt(at.train);
  const fit = (): Model => {
    const rows = pick(all, at.train);
    switch (baseline) {
      case 'majority':
        return fitMajority(labels, classes);
      case 'logistic':
        return fitLogistic(rows, labels, classes);
      case 'forest':
        return fitForest(rows, labels, classes, { seed });
      case 'forestShuffled':
        return fitForest(rows, shuffledLabels(labels, seed), classes, { seed });
      case 'mlp':
        return fitMlp(rows, labels, classes, { seed });
      case 'graph':
      case 'graphWithoutEdges':
        return fitGraph(pick(graphs, at.train), labels, classes, { seed });
    }
  };
  const model = fit();
  const probabilities = predict(
    model,
    onGraphs ? { rows: [], graphs: pick(graphs, at[side]) } : { rows: pick(all, at[side]) },
  );
  const scores = scoresOf(probabilities, labelsAt(at[side]));
  return { baseline, features: onGraphs ? null : name, model, probabilities, scores };
}

function graphsOf({ name, graphs }: Task, edges: boolean): readonly NodeGraph[] {
  if (graphs === undefined) throw new CfcError('INPUT_INVALID', `the task ${name} has no graphs`, 'trainOn.baseline');
  return edges ? graphs : graphs.map(({ values }) => ({ values, edges: [] }));
}
