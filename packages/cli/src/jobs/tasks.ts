import { CfcError } from '@cfc/core';
import { adaptersTask } from '../bench/adapters/adapters-task.js';
import { experimentTask } from '../experiment/experiment-task.js';
import { sweepTask } from '../sweep/sweep-task.js';
import { labelTask } from '../vacua/label/label-task.js';
import { curveTask, scoreTask } from '../vacua/learning/learning-task.js';
import type { TaskJob } from './task-job.js';

const tasks = new Map<string, (given: never) => unknown>([
  ['adapters', adaptersTask],
  ['curve', curveTask],
  ['experiment', experimentTask],
  ['label', labelTask],
  ['score', scoreTask],
  ['sweep', sweepTask],
]);

/** Does one job; what comes back is plain data. */
export function perform({ task, given }: TaskJob): unknown {
  const known = tasks.get(task);
  if (known !== undefined) return known(given as never);
  throw new CfcError('NAME_UNKNOWN', `no task "${task}"`, 'job.task', `There are: ${[...tasks.keys()].join(', ')}.`);
}
