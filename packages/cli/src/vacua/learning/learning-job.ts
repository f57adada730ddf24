import { createHash } from 'node:crypto';
import type { Baseline, Strategy } from '@cfc/vacua';
import type { TaskJob } from '../../jobs/task-job.js';
import { version } from '../../version.js';
import type { Recipe } from './recipe.js';

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
