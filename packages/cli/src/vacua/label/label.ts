import { results } from '@cfc/jobs';
import { type LabelGiven, stabilities } from '@cfc/vacua';
import type { Command } from 'commander';
import { jsonText } from '../../documents/json-text.js';
import { Interrupted } from '../../errors/interrupted.js';
import { oneOf } from '../../flags/one-of.js';
import { severalOf } from '../../flags/several.js';
import { wholeNumber } from '../../flags/whole-number.js';
import type { Io } from '../../io.js';
import { interruption, outFolder } from '../../jobs/do-jobs.js';
import { type EngineFlags, engineOf, withEngine } from '../../jobs/engine-of.js';
import type { TaskJob } from '../../jobs/task-job.js';
import { statusLine } from '../../progress/status-line.js';
import { batchesOf } from './batches.js';
import { configOf, hashOf } from './config.js';
import { type DatasetName, datasets, geometriesOf } from './datasets.js';
import { geometryNumbers } from './geometry.js';
import { countingStore, labelFolder } from './label-folder.js';
import type { LabelBatch, LabelledBatch } from './label-task.js';
import type { LabelDocument } from './label-document.js';
import { labelProgress, labelText } from './label-text.js';

const names = Object.keys(datasets) as readonly DatasetName[];
const targets = ['minimum', 'critical'] as const;
const SAMPLES = 5;

interface Flags extends EngineFlags {
  readonly dataset: string;
  readonly file?: string;
  readonly count?: string;
  readonly geometry?: readonly string[];
  readonly samples?: string;
  readonly seed?: string;
  readonly target?: string;
  readonly restarts?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `cfc vacua label`: labels of the geometries of a data set. */
export function addLabel(vacua: Command, io: Io): void {
  withEngine(vacua.command('label'))
    .description('labels geometries by the vacua of seeded draws of the potential, in parallel')
    .requiredOption('--dataset <name>', names.join(', '))
    .option('--file <file>', 'the list to read: of the data sets cicy and spec')
    .option('--count <n>', 'the first so many geometries (all; random has no end)')
    .option('--geometry <names...>', `parameters that the geometry sets: ${geometryNumbers.join(', ')} (none)`)
    .option('--samples <n>', `draws for each geometry (${SAMPLES})`)
    .option('--seed <n>', 'of all draws (0)')
    .option('--target <name>', 'what a draw looks for: minimum (default), or critical, a point of any index')
    .option('--restarts <n>', 'random starts that look for a lower minimum (0)')
    .option('--out <dir>', 'write labels.jsonl and labels.parquet to this folder, and go on from the labels there')
    .option('--json', 'print one JSON document')
    .action((flags: Flags) => label(flags, io));
}

async function label(flags: Flags, io: Io): Promise<void> {
  const dataset = oneOf('--dataset', flags.dataset, names);
  const samples = flags.samples === undefined ? SAMPLES : wholeNumber('--samples', flags.samples, 1, 1000);
  const count = flags.count === undefined ? undefined : wholeNumber('--count', flags.count, 1);
  const options = optionsOf(flags);
  const engine = engineOf(flags, io);
  const folder = outFolder(flags.out, io.cwd);
  const set = flags.geometry === undefined ? [] : severalOf('--geometry', flags.geometry, geometryNumbers);
  const wanted = {
    set,
    ...(count === undefined ? {} : { count }),
    ...(flags.file === undefined ? {} : { file: flags.file }),
  };
  const geometries = await geometriesOf(dataset, wanted, io);
  const config = configOf(dataset, geometries, samples, options);
  const store = folder === undefined ? countingStore() : labelFolder(folder, config);
  const [line, all, before] = [statusLine(io.stderr), geometries.length, store.at.done];
  if (before > 0) io.stderr.write(`${before} of ${all} were done before\n`);
  try {
    const hired = await engine();
    const begin = performance.now();
    const given = { interrupt: io.interruptible(), ahead: 4 * hired.slots };
    const labelled = results<TaskJob<LabelBatch>>(batchesOf(config, geometries, before), hired, given);
    for await (const { job, result } of labelled) {
      store.add(result as LabelledBatch, job.given.geometries.length);
      const { done } = store.at;
      line.tell(() => labelProgress(done, all, (1000 * (done - before)) / (performance.now() - begin)));
    }
    if (store.at.done < all) throw new Interrupted(interruption(store.at.done, all, flags.out));
    await store.finish();
  } finally {
    line.done();
    store.close();
  }
  const classes = Object.fromEntries(stabilities.map((name) => [name, store.at.counts[name] ?? 0]));
  const document = { dataset, labels: all, samples, hash: hashOf(config), classes } as LabelDocument;
  const written = flags.out === undefined ? '' : `\n\nWritten: ${flags.out} (labels.jsonl, labels.parquet)`;
  io.stdout.write(flags.json === true ? jsonText(document) : `${labelText(document)}${written}\n`);
}

/** The options that differ from the defaults. */
const optionsOf = ({ seed, target, restarts }: Flags): LabelGiven => ({
  ...(seed === undefined ? {} : { seed: wholeNumber('--seed', seed, 0) }),
  ...(target === undefined ? {} : { target: oneOf('--target', target, targets) }),
  ...(restarts === undefined ? {} : { restarts: wholeNumber('--restarts', restarts, 0, 10_000) }),
});
