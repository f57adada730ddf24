import { renameSync, rmSync } from 'node:fs';
import type { Row } from '../table/row.js';
import { csvHeading, csvLine } from './csv-text.js';
import { openAppend } from './append-file.js';
import type { Table } from './parquet.js';

/**
 * Writes a table as one CSV file with a column for everything that any row has. The rows are gone through twice. The file
 * appears as a whole or not at all. Throws `WRITE_FAILED`.
 *
 * @example
 * await writeCsv('trace.csv', readTable('results/trace.jsonl'));
 */
export async function writeCsv(path: string, rows: Table): Promise<void> {
  const names = new Set<string>();
  for await (const row of rows) for (const name of Object.keys(row)) names.add(name);
  const columns = [...names];
  await written(path, csvHeading(columns), rows, (row) => csvLine(row, columns));
}

/** The same as JSON lines; the rows are gone through once. */
export async function writeJsonLines(path: string, rows: Table): Promise<void> {
  await written(path, '', rows, (row) => `${JSON.stringify(row)}\n`);
}

async function written(path: string, head: string, rows: Table, line: (row: Row) => string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  rmSync(draft, { force: true });
  const file = openAppend(draft, 0);
  try {
    try {
      file.append(head);
      for await (const row of rows) file.append(line(row));
    } finally {
      file.close();
    }
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
