import { join, resolve } from 'node:path';
import { svgOf } from '@cfc/observability/node';
import type { Command } from 'commander';
import { jsonText } from '../../documents/json-text.js';
import { wholeNumber } from '../../flags/whole-number.js';
import type { Io } from '../../io.js';
import { JOURNAL } from '../../jobs/do-jobs.js';
import { withWorkers } from '../../jobs/engine-of.js';
import { writeAtomically } from '../../run/write-atomically.js';
import { figuresOf } from './figures.js';
import { gainsText } from './gains-text.js';
import { pipeline } from './pipeline.js';
import { reportOf } from './report.js';
import { scoresText } from './scores-text.js';

interface Flags {
  readonly cicy?: string;
  readonly out: string;
  readonly maxRays: string;
  readonly count: string;
  readonly labels: string;
  readonly seeds: string;
  readonly seed: string;
  readonly workers?: string;
  readonly json?: boolean;
}

/** `cfc vacua run`: the whole benchmark from nothing. */
export function addRunAll(vacua: Command, io: Io): void {
  withWorkers(vacua.command('run'))
    .description('geometry, labels, splits, models and active learning from nothing, with a report and figures')
    .option('--cicy <file>', 'list of complete intersections, for a task on real data')
    .option('--out <dir>', 'folder of the report; what is finished there is not done again', 'vacua-report')
    .option('--max-rays <n>', 'most rays of a base (8 to 194)', '18')
    .option('--count <n>', 'examples of base validity', '4000')
    .option('--labels <n>', 'geometries that get a potential', '2000')
    .option('--seeds <n>', 'learning curves of each strategy', '5')
    .option('--seed <n>', 'seed of all draws', '0')
    .option('--json', 'print all results as one JSON document')
    .action((flags: Flags) => run(flags, io));
}

async function run(flags: Flags, io: Io): Promise<void> {
  const settings = {
    maxRays: wholeNumber('--max-rays', flags.maxRays, 8, 194),
    count: wholeNumber('--count', flags.count, 20),
    labels: wholeNumber('--labels', flags.labels, 20),
    seeds: wholeNumber('--seeds', flags.seeds, 1),
    seed: wholeNumber('--seed', flags.seed, 0),
    ...(flags.cicy === undefined ? {} : { cicy: flags.cicy }),
  };
  const folder = resolve(io.cwd, flags.out);
  const results = await pipeline(settings, (stage) => io.stderr.write(`${stage}\n`), flags, io);
  for (const [name, spec] of figuresOf(results)) writeAtomically(join(folder, `${name}.svg`), await svgOf(spec));
  writeAtomically(join(folder, 'results.json'), jsonText(results));
  writeAtomically(join(folder, 'report.md'), reportOf(results));
  if (flags.json === true) {
    io.stdout.write(jsonText(results));
    return;
  }
  const parts = [
    ...results.studies.map(({ task, split, rows }) => `${task}, split by ${split}\n${scoresText(rows)}`),
    ...results.learning.map(({ task, gains }) => `${task}, active learning\n${gainsText(gains)}`),
    `Written: ${flags.out} (report.md, results.json, figures, ${JOURNAL})`,
  ];
  io.stdout.write(`${parts.join('\n\n')}\n`);
}
