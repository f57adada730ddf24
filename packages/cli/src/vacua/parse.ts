import { resolve } from 'node:path';
import { readLines } from '@cfc/vacua';
import type { Command } from 'commander';
import { oneOf } from '../flags/one-of.js';
import type { Io } from '../io.js';
import { breathing } from './breathing.js';
import { entriesSummary } from './entries-summary.js';
import { writeJsonStream } from './json-stream.js';
import { type Entry, type Kind, kinds } from './kinds.js';

const names = Object.keys(kinds) as readonly Kind[];

/** `cfc vacua parse`: reads and checks a file of geometry. */
export function addParse(vacua: Command, io: Io): void {
  vacua
    .command('parse')
    .description('reads a file of geometry, plain or gzip, and checks every entry')
    .argument('<kind>', names.join(', '))
    .argument('<file>', 'the file')
    .option('--json', 'print one JSON document, an entry a line')
    .action((kind: string, file: string, flags: { readonly json?: boolean }) =>
      parse(oneOf('kind', kind, names), file, flags.json === true, io),
    );
}

async function parse(kind: Kind, file: string, json: boolean, io: Io): Promise<void> {
  const { noun, parse } = kinds[kind];
  const summary = entriesSummary();
  const parsed: AsyncIterable<Entry> = parse(readLines(resolve(io.cwd, file), file));
  const entries = summary.of(breathing(parsed, `${noun}s`, io));
  if (json) {
    await writeJsonStream(io.stdout, { kind, file }, 'entries', entries, summary.document);
    return;
  }
  for await (const _ of entries);
  io.stdout.write(`${file}: ${summary.text(noun)}\n`);
}
