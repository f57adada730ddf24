import { join, resolve } from 'node:path';
import { CfcError, suggestion } from '@cfc/core';
import { type Row, experiments } from '@cfc/experiments';
import type { Command } from 'commander';
import { csvFormat } from 'd3-dsv';
import { jsonText } from '../documents/json-text.js';
import { type ExperimentDocument, experimentDocument } from '../experiment/experiment-document.js';
import { experimentPage } from '../experiment/experiment-page.js';
import type { ExperimentCell } from '../experiment/experiment-task.js';
import { svgOf } from '@cfc/observability/node';
import type { Io } from '../io.js';
import { doJobs, JOURNAL, type JobFlags } from '../jobs/do-jobs.js';
import { withEngine } from '../jobs/engine-of.js';
import type { TaskJob } from '../jobs/task-job.js';
import { writeAtomically } from '../run/write-atomically.js';
import { experimentText } from '../text/experiment-text.js';
import { table } from '../text/table.js';
import { version } from '../version.js';

const ALL = 'all';

interface Flags extends JobFlags {
  readonly quick?: boolean;
  readonly json?: boolean;
}

/** `cfc experiment`: what was expected of such systems, and what is seen. */
export function addExperiment(program: Command, io: Io): void {
  withEngine(program.command('experiment'))
    .description('puts a claim to the test, or all of them; without a name: lists them')
    .argument('[name]', `which, or ${ALL}`)
    .option('--quick', 'a look that takes seconds')
    .option('--out <dir>', 'write a page, a figure and a CSV file to this folder, and go on from the results there')
    .option('--json', 'print one JSON document')
    .action((name: string | undefined, flags: Flags) => (name === undefined ? list(io) : run(name, flags, io)));
}

function list(io: Io): void {
  const rows = [...experiments.values()].map(({ name, title }) => [name, title]);
  io.stdout.write(`${table(['experiment', 'title'], rows, [])}\n`);
}

function namesOf(name: string): readonly string[] {
  const known = [...experiments.keys()];
  if (name === ALL) return known;
  if (known.includes(name)) return [name];
  throw new CfcError('NAME_UNKNOWN', `no experiment "${name}"`, 'cfc experiment', suggestion(name, [...known, ALL]));
}

async function run(name: string, flags: Flags, io: Io): Promise<void> {
  const scope = flags.quick === true ? 'quick' : 'full';
  const names = namesOf(name);
  const jobs = names.flatMap((one) =>
    experiments
      .get(one)!
      .cells(scope)
      .map((cell) => jobOf(one, cell)),
  );
  const results = (await doJobs(jobs, flags, io)) as readonly (readonly Row[])[];
  const documents = names.map((one) => {
    const rows = results.filter((_, k) => jobs[k]!.given.experiment === one).flat();
    return experimentDocument(one, scope, rows);
  });
  if (flags.out !== undefined) await write(documents, resolve(io.cwd, flags.out));
  const written = flags.out === undefined ? '' : `\n\nWritten: ${flags.out} (${files(names)}, ${JOURNAL})`;
  const text = documents.map(experimentText).join('\n\n\n');
  io.stdout.write(flags.json === true ? jsonText({ experiments: documents }) : `${text}${written}\n`);
}

async function write(documents: readonly ExperimentDocument[], folder: string): Promise<void> {
  for (const document of documents) {
    const { name, rows, figure } = document;
    writeAtomically(join(folder, `${name}.md`), experimentPage(document));
    writeAtomically(join(folder, `${name}.csv`), `${csvFormat([...rows])}\n`);
    writeAtomically(join(folder, `${name}.svg`), await svgOf(figure));
  }
}

/** "a.md, a.svg, a.csv". */
const files = (names: readonly string[]): string =>
  names.flatMap((name) => ['md', 'svg', 'csv'].map((ending) => `${name}.${ending}`)).join(', ');

const jobOf = (experiment: string, cell: unknown): TaskJob<ExperimentCell> => ({
  task: 'experiment',
  key: `experiment ${version()} ${experiment} ${JSON.stringify(cell)}`,
  given: { experiment, cell },
});
