import { basename, extname, join, resolve } from 'node:path';
import { openRun } from '@cfc/observability/node';
import type { Command } from 'commander';
import { dualReport } from '../dual/dual-report.js';
import { openTrace } from '../dual/open-trace.js';
import type { Io } from '../io.js';
import { writePage } from '../run/write-page.js';

interface Flags {
  readonly base?: string;
  readonly out?: string;
}

/** `cfc dual report`: a run of multipliers as one page. */
export function addDualReport(dual: Command, io: Io): void {
  dual
    .command('report')
    .description('a run as one HTML file that needs no network: findings, alerts, gate, figures')
    .argument('<trace>', 'folder of a run, or its trace, .jsonl or .csv')
    .option('--base <trace>', 'folder or trace of a baseline, for the release gate')
    .option('--out <file>', 'write the page to this file (report.html in the folder, or beside the trace, by its name)')
    .action((trace: string, flags: Flags) => report(trace, flags, io));
}

async function report(trace: string, { base, out = pageOf(trace) }: Flags, io: Io): Promise<void> {
  const { rows } = await openTrace(trace, io.cwd);
  const place = resolve(io.cwd, trace);
  const table = { name: basename(place), identity: null, result: null, rows };
  const run = { ...(isTable(trace) ? table : await openRun(place)), directory: trace };
  const before = base === undefined ? null : (await openTrace(base, io.cwd)).rows;
  writePage(resolve(io.cwd, out), await dualReport(run, before), out);
  io.stdout.write(`Written: ${out}\n`);
}

/** By the ending, as `readTable` tells. */
const isTable = (trace: string): boolean => /\.(csv|jsonl|ndjson)$/i.test(trace);

const pageOf = (trace: string): string =>
  isTable(trace) ? `${trace.slice(0, -extname(trace).length)}.html` : join(trace, 'report.html');
