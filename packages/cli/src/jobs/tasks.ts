import { adaptersTask } from '../bench/adapters/adapters-task.js';
import { experimentTask } from '../experiment/experiment-task.js';
import { sweepTask } from '../sweep/sweep-task.js';
import type { Job } from './job.js';

const tasks: Readonly<Record<string, (given: never) => unknown>> = {
  adapters: adaptersTask,
  experiment: experimentTask,
  sweep: sweepTask,
};

/** Does one job; what comes back is plain data. */
export const perform = ({ task, given }: Job): unknown => tasks[task]!(given as never);
