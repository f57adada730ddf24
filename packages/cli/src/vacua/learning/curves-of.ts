import type { Curves, Learnt, Strategy, Task } from '@cfc/vacua';
import type { TaskJob } from '../../jobs/task-job.js';
import { type Curve, learningJob, type SplitTask } from './learning-job.js';

/** How many curves there are of a strategy, and how long they are. */
export interface CurveSize {
  readonly seeds: number;
  readonly rounds: number;
  /** Labels of a round, and to begin with. */
  readonly batch: number;
}

/** Features that a task is learnt from where nobody says. */
export const usualFeatures = ({ features }: Task): string =>
  'windows3' in features ? 'windows3' : Object.keys(features)[0]!;

/** Jobs that learn the curves of strategies, one for each seed from 0. */
export const curveJobs = (
  split: SplitTask,
  features: string,
  strategies: readonly Strategy[],
  { seeds, rounds, batch }: CurveSize,
): TaskJob<Curve>[] =>
  strategies.flatMap((strategy) =>
    Array.from({ length: seeds }, (_, seed) =>
      learningJob('curve', { ...split, features, options: { strategy, seed, initial: batch, batch, rounds } }),
    ),
  );

/** The results of `curveJobs`, strategy by strategy. */
export const curvesOf = (strategies: readonly Strategy[], seeds: number, learnt: readonly unknown[]): Curves[] =>
  strategies.map((strategy, k) => ({ strategy, curves: learnt.slice(k * seeds, (k + 1) * seeds) as Learnt[] }));
