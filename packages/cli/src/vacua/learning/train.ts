import { resolve } from 'node:path';
import { type Baseline, baselines, trainOn } from '@cfc/vacua';
import type { Command } from 'commander';
import { jsonText } from '../../documents/json-text.js';
import { severalOf } from '../../flags/several.js';
import type { Io } from '../../io.js';
import { writeAtomically } from '../../run/write-atomically.js';
import { classesText, named, scoresText } from './scores-text.js';
import { byFlag, splitFor } from './split-of.js';
import { seedOfFlags, type TaskFlags, taskOf, withTask } from './task-of.js';

interface Flags extends TaskFlags {
  readonly by: string;
  readonly model: readonly string[];
  readonly features?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `cfc vacua train`: baselines on a task, with the majority beside them. */
export function addTrain(vacua: Command, io: Io): void {
  withTask(vacua.command('train'))
    .description('fits models to a task and scores them on its test side, the majority first')
    .option('--model <names...>', `of ${baselines.join(', ')}`, ['logistic', 'forest'])
    .option('--features <name>', 'validity: bag, windows3 or windows5; h21: statistics')
    .option(...byFlag)
    .option('--out <file>', 'write the last model to this file, as JSON')
    .option('--json', 'print one JSON document')
    .action((flags: Flags) => train(flags, io));
}

async function train(flags: Flags, io: Io): Promise<void> {
  const wanted = severalOf('--model', flags.model, baselines).filter((name) => name !== 'majority');
  const { task } = await taskOf(flags, io);
  const seed = seedOfFlags(flags);
  const split = splitFor(task, flags.by, seed);
  const options = { seed, ...(flags.features === undefined ? {} : { features: flags.features }) };
  const trained = (['majority', ...wanted] as const).map((name: Baseline) => trainOn(task, split, name, options));
  const last = trained.at(-1)!;
  if (flags.out !== undefined) {
    writeAtomically(resolve(io.cwd, flags.out), jsonText({ task: task.name, classes: task.classes, ...last.model }));
  }
  if (flags.json === true) {
    const models = trained.map(({ baseline, features, scores }) => ({ model: baseline, features, scores }));
    io.stdout.write(
      jsonText({ task: task.name, classes: task.classes, split: split.kind, sha256: split.sha256, models }),
    );
    return;
  }
  const rows = trained.map(({ baseline, features, scores }) => ({ name: named(baseline, features, task), scores }));
  const title = `${task.name}, split by ${split.kind}: ${split.train.length} to learn from, ${split.test.length} to be tested on`;
  io.stdout.write(`${title}\n\n${scoresText(rows)}\n\n${last.baseline}\n${classesText(task.classes, last.scores)}\n`);
}
