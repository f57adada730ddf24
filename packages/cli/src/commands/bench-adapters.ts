import type { Command } from 'commander';
import { adaptersDocument } from '../bench/adapters/adapters-document.js';
import type { GraphCase, GraphResult } from '../bench/adapters/adapters-task.js';
import { familyNames, LEAST_SIZE } from '../bench/graphs/families.js';
import { jsonText } from '../documents/json-text.js';
import { severalNumbers, severalOf } from '../flags/several.js';
import { wholeNumber } from '../flags/whole-number.js';
import type { Io } from '../io.js';
import { doJobs, type JobFlags } from '../jobs/do-jobs.js';
import { withEngine } from '../jobs/engine-of.js';
import type { TaskJob } from '../jobs/task-job.js';
import { adaptersNote, adaptersText, contestantsText } from '../text/adapters-text.js';
import { version } from '../version.js';

const SIZES = ['100', '1000', '10000'];
const SEEDS = 10;
const STEPS = 200;
const MOST_SIZE = 100_000;

interface Flags extends JobFlags {
  readonly families?: readonly string[];
  readonly sizes?: readonly string[];
  readonly seeds?: string;
  readonly steps?: string;
  readonly json?: boolean;
}

/** `cfc bench adapters`: weight adapters on random graphs. */
export function addBenchAdapters(bench: Command, io: Io): void {
  withEngine(bench.command('adapters'))
    .description('weight adapters side by side on random graphs')
    .option('--families <names...>', `families of graphs: ${familyNames.join(', ')}; all where none is given`)
    .option('--sizes <n...>', `numbers of nodes (${SIZES.join(' ')})`)
    .option('--seeds <n>', `graphs of each family and size (${SEEDS})`)
    .option('--steps <n>', `most steps of a run (${STEPS})`)
    .option('--out <dir>', 'keep results in this folder, and go on from those that are there')
    .option('--json', 'print one JSON document')
    .addHelpText('after', `\n${contestantsText}`)
    .action((flags: Flags) => run(flags, io));
}

async function run(flags: Flags, io: Io): Promise<void> {
  const families = severalOf('--families', flags.families ?? familyNames, familyNames);
  const asked = `a whole number from ${LEAST_SIZE} to ${MOST_SIZE}`;
  const fits = (size: number): boolean => Number.isInteger(size) && size >= LEAST_SIZE && size <= MOST_SIZE;
  const sizes = severalNumbers('--sizes', flags.sizes ?? SIZES, asked, fits);
  const seeds = flags.seeds === undefined ? SEEDS : wholeNumber('--seeds', flags.seeds, 1, 10_000);
  const steps = flags.steps === undefined ? STEPS : wholeNumber('--steps', flags.steps, 1);
  const cases = families.flatMap((family) =>
    sizes.flatMap((size) => Array.from({ length: seeds }, (_, seed): GraphCase => ({ family, size, seed, steps }))),
  );
  const results = (await doJobs(cases.map(jobOf), flags, io)) as readonly (readonly GraphResult[])[];
  const document = adaptersDocument(cases, results, seeds);
  io.stdout.write(flags.json === true ? jsonText(document) : `${adaptersText(document)}\n\n${adaptersNote}\n`);
}

const jobOf = (given: GraphCase): TaskJob<GraphCase> => {
  const { family, size, seed, steps } = given;
  return { task: 'adapters', key: `adapters ${version()} ${family} ${size} seed ${seed} steps ${steps}`, given };
};
