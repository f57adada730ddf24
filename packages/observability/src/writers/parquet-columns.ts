import type { Cell, Row } from '../table/row.js';

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: ParquetType;
  readonly nullable: boolean;
}

type ParquetType = 'INT32' | 'DOUBLE' | 'BOOLEAN' | 'STRING';

interface Seen {
  type: ParquetType | null;
  count: number;
}

/** The columns of a table and how many rows it has: a look at every cell. */
export async function parquetColumns(rows: Iterable<Row> | AsyncIterable<Row>) {
  const seen = new Map<string, Seen>();
  let count = 0;
  for await (const row of rows) {
    count++;
    for (const name of Object.keys(row)) {
      const column = seen.get(name) ?? { type: null, count: 0 };
      if (column.count === 0) seen.set(name, column);
      const cell = row[name]!;
      if (cell === null) continue;
      column.count++;
      column.type = wider(column.type, typeOf(cell));
    }
  }
  const columns = [...seen].map(([name, { type, count: filled }]): ParquetColumn => ({
    name,
    type: type ?? 'STRING',
    nullable: filled < count,
  }));
  return { columns, count };
}

function typeOf(cell: Exclude<Cell, null>): ParquetType {
  if (typeof cell === 'number') return (cell | 0) === cell && !Object.is(cell, -0) ? 'INT32' : 'DOUBLE';
  return typeof cell === 'boolean' ? 'BOOLEAN' : 'STRING';
}

function wider(one: ParquetType | null, other: ParquetType): ParquetType {
  if (one === null || one === other) return other;
  const numbers = one !== 'STRING' && other !== 'STRING' && one !== 'BOOLEAN' && other !== 'BOOLEAN';
  return numbers ? 'DOUBLE' : 'STRING';
}
