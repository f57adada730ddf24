import { createHash } from 'node:crypto';
import { type Baseline, indicesOf, learn, type Learnt, poolOf, reliability, type Strategy, trainOn } from '@cfc/vacua';
import type { TaskJob } from '../../jobs/task-job.js';
import { version } from '../../version.js';
import { type Recipe, taskFor } from './recipe.js';
import { named } from './scores-text.js';
import { splitFor } from './split-of.js';
import type { StudyRow } from './study.js';

/** A split of a task. */
export interface SplitTask {
  readonly recipe: Recipe;
  readonly by: string;
  /** Of the split. */
  readonly seed: number;
}

/** A model to be fitted and scored. */
export interface Score extends SplitTask {
  readonly baseline: Baseline;
  readonly features?: string;
}

/** A learning curve. */
export interface Curve extends SplitTask {
  readonly features?: string;
  readonly options: {
    readonly strategy: Strategy;
    readonly seed: number;
    readonly initial: number;
    readonly batch: number;
    readonly rounds: number;
  };
}

/** A job whose key tells all that its result depends on; where a file lies is not among that. */
export function learningJob<Given extends SplitTask>(task: 'score' | 'curve', given: Given): TaskJob<Given> {
  const { path: _, ...recipe } = { path: '', ...given.recipe };
  const digest = createHash('sha256').update(JSON.stringify({ ...given, recipe, version: version() }));
  return { task, key: `${task} ${digest.digest('hex')}`, given };
}

/** Fits and scores a model. */
export async function scoreTask({ recipe, by, seed, baseline, features }: Score): Promise<StudyRow> {
  const task = await taskFor(recipe);
  const split = splitFor(task, by, seed);
  const trained = trainOn(task, split, baseline, { seed, ...(features === undefined ? {} : { features }) });
  const truth = indicesOf(task, split).test.map((i) => task.examples[i]!.label);
  const name = named(baseline, trained.features, task);
  return { name, scores: trained.scores, reliability: reliability(trained.probabilities, truth) };
}

/** Learns one curve. */
export async function curveTask({ recipe, by, seed, features, options }: Curve): Promise<Learnt> {
  const task = await taskFor(recipe);
  const { pool, oracle } = poolOf(task, splitFor(task, by, seed), features);
  return learn(pool, oracle(), options);
}
