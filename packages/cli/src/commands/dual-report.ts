import { join, resolve } from 'node:path';
import { openRun } from '@cfc/observability/node';
import type { Command } from 'commander';
import { dualReport } from '../dual/dual-report.js';
import { openTrace } from '../dual/open-trace.js';
import type { Io } from '../io.js';
import { writeAtomically } from '../run/write-atomically.js';

interface Flags {
  readonly base?: string;
  readonly out?: string;
}

/** `cfc dual report`: a run of multipliers as one page. */
export function addDualReport(dual: Command, io: Io): void {
  dual
    .command('report')
    .description('a run as one HTML file that needs no network: findings, alerts, gate, figures')
    .argument('<dir>', 'folder of a run, made by cfc dual replay --out')
    .option('--base <trace>', 'folder or trace of a baseline, for the release gate')
    .option('--out <file>', 'write the page to this file (<dir>/report.html)')
    .action((dir: string, flags: Flags) => report(dir, flags, io));
}

async function report(dir: string, { base, out = join(dir, 'report.html') }: Flags, io: Io): Promise<void> {
  await openTrace(dir, io.cwd); // refuses what is no trace of multipliers
  const run = { ...(await openRun(resolve(io.cwd, dir))), directory: dir };
  const before = base === undefined ? null : (await openTrace(base, io.cwd)).rows;
  writeAtomically(resolve(io.cwd, out), await dualReport(run, before));
  io.stdout.write(`Written: ${out}\n`);
}
