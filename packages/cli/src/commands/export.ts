import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CfcError } from '@cfc/core';
import {
  readRun,
  readTable,
  runFiles,
  tensorBoardWriter,
  writeCsv,
  writeJsonLines,
  writeParquet,
} from '@cfc/observability/node';
import type { Command } from 'commander';
import { oneOf } from '../flags/one-of.js';
import type { Io } from '../io.js';

const endings = { csv: 'csv', jsonl: 'jsonl', parquet: 'parquet', tensorboard: 'tfevents' } as const;
type Format = keyof typeof endings;
const formats = Object.keys(endings) as readonly Format[];

/** `cfc export`: the trace of a run as a file of another format. */
export function addExport(program: Command, io: Io): void {
  program
    .command('export')
    .description('write the trace of a run in another format')
    .argument('<dir>', 'folder of a run')
    .requiredOption('--format <format>', formats.join(', '))
    .option('--out <file>', 'the file to write; export.<ending> in the folder by default')
    .action(async (folder: string, flags: { readonly format: string; readonly out?: string }) => {
      const format = oneOf('--format', flags.format, formats);
      const name = flags.out ?? join(folder, `export.${endings[format]}`);
      await written(format, folder, resolve(io.cwd, folder), resolve(io.cwd, name));
      io.stdout.write(`Written: ${name}\n`);
    });
}

async function written(format: Format, given: string, folder: string, out: string): Promise<void> {
  const trace = join(folder, runFiles.trace);
  if (!existsSync(trace)) {
    throw new CfcError('INPUT_INVALID', 'no run with a trace', given, 'Give the folder that cfc run --out wrote.');
  }
  if (Object.values(runFiles).some((name) => join(folder, name) === out)) {
    throw new CfcError('OPTION_INVALID', 'a file of the run itself', '--out', 'Give another file.');
  }
  const rows = readTable(trace);
  if (format === 'csv') return writeCsv(out, rows);
  if (format === 'jsonl') return writeJsonLines(out, rows);
  if (format === 'parquet') return writeParquet(out, rows);
  const started = Date.parse(readRun(folder)?.started ?? '') / 1000 || 0;
  const events = tensorBoardWriter(out, { seconds: (row) => started + Number(row['elapsed_ms'] ?? 0) / 1000 });
  for await (const row of rows) events(row);
  events.close();
}
