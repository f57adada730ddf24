import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CfcError } from '@cfc/core';
import { readTable } from '../runs/read-table.js';
import { traceNames } from '../runs/run-directory.js';
import type { Row } from '../table/row.js';

/** Tables that figures can be made of, the first that is there. */
const tables = [...traceNames, 'sweep.csv'];

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

/** All rows of a table in memory; see `readTable`. */
export async function rowsIn(path: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const row of readTable(path)) rows.push(row);
  return rows;
}
