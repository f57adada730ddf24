import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CfcError } from '@cfc/core';
import { autoType, csvParse } from 'd3-dsv';
import { runFiles } from '../runs/run-directory.js';
import type { Row } from '../table/row.js';

/** Tables that figures can be made of, the first that is there. */
const tables = [runFiles.trace, 'trace.csv', 'sweep.csv'];

/**
 * The rows of the table in a directory: a trace, or a sweep.
 *
 * @throws `INPUT_INVALID` where there is none
 */
export async function rowsOf(directory: string): Promise<readonly Row[]> {
  const found = tables.map((name) => join(directory, name)).find((path) => existsSync(path));
  if (found !== undefined) return rowsIn(found);
  const what = existsSync(directory) ? `no table: none of ${tables.join(', ')}` : 'no such folder';
  throw new CfcError('INPUT_INVALID', what, directory, 'Give a folder made by cfc run --out or cfc sweep --out.');
}

/** The rows of a table, JSON lines or CSV by its ending. A last line without an end is no row yet. */
export async function rowsIn(path: string): Promise<readonly Row[]> {
  const text = await readFile(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (path.endsWith('.csv')) return csvParse(whole, autoType) as unknown as readonly Row[];
  const rows: Row[] = [];
  let line = 0;
  for (let start = 0; start < whole.length;) {
    const end = whole.indexOf('\n', start);
    line++;
    rows.push(rowOf(whole.slice(start, end), `${path}:${line}`));
    start = end + 1;
  }
  return rows;
}

function rowOf(line: string, where: string): Row {
  try {
    const row = JSON.parse(line) as unknown;
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Row;
  } catch {
    // told below
  }
  throw new CfcError('INPUT_INVALID', 'the line is no row', where, 'Restore the file, or remove the line.');
}
