import { join, resolve } from 'node:path';
import { openRun, reportOf } from '@cfc/observability/node';
import type { Command } from 'commander';
import { dualReport, isDual } from '../dual/dual-report.js';
import type { Io } from '../io.js';
import { knownOf } from '../known/known-of.js';
import { writePage } from '../run/write-page.js';

interface Flags {
  readonly out?: string;
}

/** `cfc report`: a run as one page. */
export function addReport(program: Command, io: Io): void {
  program
    .command('report')
    .description('a run as one HTML file that needs no network: outcome, energies, warnings, figures')
    .argument('<dir>', 'folder of a run, made by cfc run --out')
    .option('--out <file>', 'write the page to this file (<dir>/report.html)')
    .action((dir: string, flags: Flags) => report(dir, flags, io));
}

async function report(dir: string, { out = join(dir, 'report.html') }: Flags, io: Io): Promise<void> {
  const run = { ...(await openRun(resolve(io.cwd, dir))), directory: dir };
  const page = isDual(run) ? dualReport(run, null) : reportOf(run, await knownOf(run));
  writePage(resolve(io.cwd, out), await page, out);
  io.stdout.write(`Written: ${out}\n`);
}
