import { pairedGains, strategies } from '@cfc/vacua';
import type { Command } from 'commander';
import { jsonText } from '../../documents/json-text.js';
import { severalOf } from '../../flags/several.js';
import { wholeNumber } from '../../flags/whole-number.js';
import type { Io } from '../../io.js';
import { doJobs } from '../../jobs/do-jobs.js';
import { withWorkers } from '../../jobs/engine-of.js';
import { curveJobs, curvesOf, usualFeatures } from './curves-of.js';
import { gainsText } from './gains-text.js';
import { byFlag, splitFor } from './split-of.js';
import { seedOfFlags, type TaskFlags, taskOf, withTask } from './task-of.js';

interface Flags extends TaskFlags {
  readonly by: string;
  readonly strategy: readonly string[];
  readonly seeds: string;
  readonly rounds: string;
  readonly batch: string;
  readonly features?: string;
  readonly workers?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `cfc vacua learn`: how much is learnt from few labels, strategy by strategy. */
export function addLearn(vacua: Command, io: Io): void {
  withWorkers(withTask(vacua.command('learn')))
    .description('active learning: what to label next, compared with labels at random')
    .option('--strategy <names...>', `of ${strategies.join(', ')}; random is always there`, ['marginKCenter'])
    .option('--seeds <n>', 'runs of each strategy, paired with random', '10')
    .option('--rounds <n>', 'rounds after the first', '10')
    .option('--batch <n>', 'labels of a round, and to begin with', '50')
    .option('--features <name>', 'validity: bag, windows3 (the default) or windows5; h21: statistics')
    .option(...byFlag)
    .option('--out <dir>', 'keep finished curves in this folder, and go on from those there')
    .option('--json', 'print one JSON document with all curves')
    .action((flags: Flags) => run(flags, io));
}

async function run(flags: Flags, io: Io): Promise<void> {
  const wanted = severalOf('--strategy', flags.strategy, strategies).filter((name) => name !== 'random');
  const size = {
    seeds: wholeNumber('--seeds', flags.seeds, 1),
    rounds: wholeNumber('--rounds', flags.rounds, 1),
    batch: wholeNumber('--batch', flags.batch, 1),
  };
  const { recipe, task } = await taskOf(flags, io);
  const seed = seedOfFlags(flags);
  const split = splitFor(task, flags.by, seed);
  const names = ['random', ...wanted] as const;
  const features = flags.features ?? usualFeatures(task);
  const learnt = await doJobs(curveJobs({ recipe, by: flags.by, seed }, features, names, size), flags, io);
  const all = curvesOf(names, size.seeds, learnt);
  const gains = pairedGains(all);
  if (flags.json === true) io.stdout.write(jsonText({ task: task.name, sha256: split.sha256, gains, curves: all }));
  else io.stdout.write(`${task.name}, ${size.rounds} rounds of ${size.batch} labels\n\n${gainsText(gains)}\n`);
}
