import { renameSync, rmSync } from 'node:fs';
import { CfcError } from '@cfc/core';
import { optional } from '../optional.js';
import type * as HyparquetWriter from 'hyparquet-writer';
import type { Cell, Row } from '../table/row.js';
import { type ParquetColumn, parquetColumns } from './parquet-columns.js';
import { writeFailed } from './write-failed.js';

/** Rows that may be gone through more than once: a list, or what `readTable` returns. */
export type Table = Iterable<Row> | AsyncIterable<Row>;

/** Rows in one group of a file; so many are in memory at a time. */
const GROUP = 50_000;

/**
 * Writes a table as a Parquet file, which appears as a whole or not at all. The rows are gone through twice: once for the columns and
 * their types (INT32, DOUBLE, BOOLEAN, or UTF8 where texts are among them), once to write them, snappy-compressed.
 *
 * Needs the package hyparquet-writer; throws `PACKAGE_MISSING` without it, and `WRITE_FAILED`.
 *
 * @example
 * await writeParquet('trace.parquet', readTable('results/trace.jsonl'));
 */
export async function writeParquet(path: string, rows: Table): Promise<void> {
  const { fileWriter, ParquetWriter, schemaFromColumnData } = await library();
  const { columns, count } = await parquetColumns(rows);
  if (columns.length === 0) throw new CfcError('INPUT_INVALID', 'the table has no rows', path, 'Give one with rows.');
  const draft = `${path}.tmp`;
  try {
    const types = columns.map(({ name, type, nullable }) => ({ name, type, nullable, data: [] }));
    const file = new ParquetWriter({ writer: fileWriter(draft), schema: schemaFromColumnData({ columnData: types }) });
    let written = 0;
    for await (const group of groups(rows)) {
      await file.write({ columnData: columns.map((column) => dataOf(column, group)), rowGroupSize: GROUP });
      written += group.length;
    }
    if (written !== count)
      throw new CfcError('INPUT_INVALID', 'the rows can be gone through only once', path, 'Give a list.');
    await file.finish();
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : writeFailed(error, path);
  }
}

const library = (): Promise<typeof HyparquetWriter> =>
  optional(() => import('hyparquet-writer'), 'Parquet files need hyparquet-writer', 'writeParquet', 'hyparquet-writer');

async function* groups(rows: Table): AsyncGenerator<readonly Row[], void, void> {
  let group: Row[] = [];
  for await (const row of rows) {
    if (group.push(row) < GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function dataOf({ name, type, nullable }: ParquetColumn, group: readonly Row[]) {
  const value = (cell: Cell | undefined) => (cell === undefined || cell === null ? null : cell);
  const text = (cell: Cell | undefined) => (cell === undefined || cell === null ? null : String(cell));
  if (type === 'STRING') return { name, data: group.map((row) => text(row[name])) };
  if (type === 'DOUBLE' && !nullable) return { name, data: Float64Array.from(group, (row) => row[name] as number) };
  return { name, data: group.map((row) => value(row[name])) };
}
