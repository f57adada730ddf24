import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { readTable, writeParquet } from '../../src/node.js';
import { folder } from '../helpers/folder.js';

/** Asks DuckDB, which shares no code with the writer. */
async function asked(sql: string) {
  const connection = await (await DuckDBInstance.create()).connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
  }
}

test('DuckDB reads the columns, their types and every cell', async () => {
  const path = join(folder(), 't.parquet');
  const rows = [
    { step: 1, energy: -0.1, on: true, text: 'ü "x"\n', none: null, 'energy:local:A': 1, mixed: 'a' },
    { step: 2, energy: 5e-324, on: null, text: null, none: null, 'energy:local:A': 2.5, mixed: 1, late: 2 ** 40 },
  ];
  await writeParquet(path, rows);
  const types = await asked(`describe select * from '${path}'`);
  expect(types.map(({ column_name, column_type }) => [column_name, column_type])).toEqual([
    ['step', 'INTEGER'],
    ['energy', 'DOUBLE'],
    ['on', 'BOOLEAN'],
    ['text', 'VARCHAR'],
    ['none', 'VARCHAR'],
    ['energy:local:A', 'DOUBLE'],
    ['mixed', 'VARCHAR'],
    ['late', 'DOUBLE'],
  ]);
  expect(await asked(`select * from '${path}'`)).toEqual([
    { ...rows[0], late: null },
    { ...rows[1], mixed: '1' },
  ]);
});

test('a trace of several row groups comes out whole', async () => {
  const place = folder();
  const trace = join(place, 'trace.jsonl');
  const lines = Array.from({ length: 120_000 }, (_, k) => `{"step":${k},"energy":${1 / (k + 1)}}\n`);
  writeFileSync(trace, lines.join(''));
  await writeParquet(join(place, 't.parquet'), readTable(trace));
  const [found] = await asked(
    `select count(*) n, sum(step) s, sum(abs(energy - 1 / (step + 1))) e from '${join(place, 't.parquet')}'`,
  );
  expect(found).toEqual({ n: '120000', s: String((119_999 * 120_000) / 2), e: 0 });
});

test('what cannot be written is one clear error, and leaves nothing', async () => {
  const place = folder();
  const path = join(place, 't.parquet');
  await expect(writeParquet(path, [])).rejects.toThrow('INPUT_INVALID: the table has no rows');
  const once = [{ a: 1 }][Symbol.iterator]();
  await expect(writeParquet(path, once)).rejects.toThrow('INPUT_INVALID: the rows can be gone through only once');
  await expect(writeParquet(join(place, 'no/t.parquet'), [{ a: 1 }])).rejects.toThrow(/^WRITE_FAILED: .*ENOENT/);
  expect([existsSync(path), existsSync(`${path}.tmp`)]).toEqual([false, false]);
});
