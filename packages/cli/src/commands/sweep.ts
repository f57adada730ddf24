import { join, resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { makers, type ScenarioName } from '../bench/bench-scenarios.js';
import { jsonText } from '../documents/json-text.js';
import { severalNumbers, severalOf } from '../flags/several.js';
import { wholeNumber } from '../flags/whole-number.js';
import type { Io } from '../io.js';
import { doJobs, JOURNAL, type JobFlags } from '../jobs/do-jobs.js';
import { withEngine } from '../jobs/engine-of.js';
import type { TaskJob } from '../jobs/task-job.js';
import { writeAtomically } from '../run/write-atomically.js';
import { type Cell, type CellResult, type SweepRow, variants } from '../sweep/cell.js';
import { sweepCsv } from '../sweep/sweep-csv.js';
import { sweepFigure } from '../sweep/sweep-figure.js';
import { sweepText } from '../text/sweep-text.js';
import { version } from '../version.js';

const names = Object.keys(makers) as [ScenarioName, ...ScenarioName[]];
const STEPS = 60;
const grid = { rhos: ['0.5', '0.7', '0.9'], dws: ['0.05', '0.1', '0.2'] };
const quickGrid = { rhos: ['0.7', '0.9'], dws: ['0.1', '0.2'] };

interface Flags extends JobFlags {
  readonly quick?: boolean;
  readonly rhos?: readonly string[];
  readonly dws?: readonly string[];
  readonly scenarios?: readonly string[];
  readonly variants?: readonly string[];
  readonly size?: string;
  readonly steps?: string;
  readonly json?: boolean;
}

/** `cfc sweep`: a grid of options over the prototype's scenarios. */
export function addSweep(program: Command, io: Io): void {
  withEngine(program.command('sweep'))
    .description("a grid of an adapter's options over the prototype's scenarios, in parallel")
    .addArgument(new Argument('<adapter>', 'whose options').choices(['smallgain']))
    .option('--quick', `the smaller grid: rho ${quickGrid.rhos.join(' ')}, change ${quickGrid.dws.join(' ')}`)
    .option('--rhos <x...>', `shares of the margin that may be spent (${grid.rhos.join(' ')})`)
    .option('--dws <x...>', `largest changes of a weight in one step (${grid.dws.join(' ')})`)
    .option('--variants <names...>', 'seed: the budget as the prototype had it; budget: one that binds; both')
    .option('--scenarios <names...>', names.join(', '))
    .option('--size <n>', 'number of gates of the dense scenario')
    .option('--steps <n>', `number of steps (${STEPS})`)
    .option('--out <dir>', 'write sweep.csv and sweep.svg to this folder, and go on from the results that are there')
    .option('--json', 'print one JSON document')
    .action((_adapter: string, flags: Flags) => sweep(flags, io));
}

async function sweep(flags: Flags, io: Io): Promise<void> {
  const cells = cellsOf(flags);
  const results = (await doJobs(cells.map(jobOf), flags, io)) as readonly CellResult[];
  const rows = cells.map((cell, k): SweepRow => ({ ...cell, ...results[k]! }));
  if (flags.out !== undefined) {
    const path = resolve(io.cwd, flags.out);
    writeAtomically(join(path, 'sweep.csv'), sweepCsv(rows));
    writeAtomically(join(path, 'sweep.svg'), await sweepFigure(rows));
  }
  const written = flags.out === undefined ? '' : `\n\nWritten: ${flags.out} (sweep.csv, sweep.svg, ${JOURNAL})`;
  io.stdout.write(flags.json === true ? jsonText({ rows }) : `${sweepText(rows)}${written}\n`);
}

/** Checks all flags and spans the grid. */
function cellsOf(flags: Flags): readonly Cell[] {
  const usual = flags.quick === true ? quickGrid : grid;
  const rhos = severalNumbers(
    '--rhos',
    flags.rhos ?? usual.rhos,
    'a number above 0 and below 1',
    (x) => x > 0 && x < 1,
  );
  const dws = severalNumbers('--dws', flags.dws ?? usual.dws, 'a number above 0, at most 1', (x) => x > 0 && x <= 1);
  const kinds = severalOf('--variants', flags.variants ?? variants, variants);
  const scenarios = severalOf('--scenarios', flags.scenarios ?? names, names);
  const { least, most, size: usualSize } = makers.dense;
  const dense = flags.size === undefined ? usualSize : wholeNumber('--size', flags.size, least, most);
  const steps = flags.steps === undefined ? STEPS : wholeNumber('--steps', flags.steps, 1);
  return scenarios.flatMap((scenario) => {
    const size = scenario === 'dense' ? dense : makers[scenario].size;
    return kinds.flatMap((variant) =>
      rhos.flatMap((rho) => dws.map((change) => ({ scenario, size, steps, variant, rho, change }))),
    );
  });
}

const jobOf = (given: Cell): TaskJob<Cell> => {
  const { scenario, size, steps, variant, rho, change } = given;
  const key = `sweep ${version()} ${scenario} ${size} steps ${steps} ${variant} rho ${rho} change ${change}`;
  return { task: 'sweep', key, given };
};
