import { Command } from 'commander';
import { addBench } from './commands/bench.js';
import { addCompare } from './commands/compare.js';
import { addDashboard } from './commands/dashboard.js';
import { addDoctor } from './commands/doctor.js';
import { addDual } from './commands/dual.js';
import { addEvaluate } from './commands/evaluate.js';
import { addExperiment } from './commands/experiment.js';
import { addExport } from './commands/export.js';
import { addJobs } from './commands/jobs.js';
import { addPlot } from './commands/plot.js';
import { addPlugins } from './commands/plugins.js';
import { addReport } from './commands/report.js';
import { addRun } from './commands/run.js';
import { addSchema } from './commands/schema.js';
import { addSweep } from './commands/sweep.js';
import { addValidate } from './commands/validate.js';
import { report } from './errors/report.js';
import { addGspo } from './gspo/add-gspo.js';
import type { Io } from './io.js';
import { addVacua } from './vacua/add-vacua.js';
import { version } from './version.js';

const commands = [
  addRun,
  addEvaluate,
  addBench,
  addSweep,
  addExperiment,
  addGspo,
  addExport,
  addPlot,
  addReport,
  addCompare,
  addValidate,
  addDashboard,
  addDual,
  addVacua,
  addJobs,
  addPlugins,
  addSchema,
  addDoctor,
];

/**
 * Runs one command line.
 *
 * @param argv the arguments after the command's name
 * @returns the exit code: 0 done, 1 a fault, 2 a bad input, 130 interrupted
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    await program(io).parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
    return 0;
  } catch (error) {
    return report(error, io.stderr);
  }
}

/** The command line as commander knows it: every command, argument and flag with its meaning. `main` parses with it and reports errors. */
export function program(io: Io): Command {
  const cfc = new Command('cfc')
    .description('Energy-based coordination of modules through their order parameters.')
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: () => {}, // errors are reported once, by main
      getOutHasColors: () => false,
    });
  for (const add of commands) add(cfc, io);
  return cfc;
}
