import { open } from 'node:fs/promises';
import { kindOf } from '../table/kind.js';
import type { Row } from '../table/row.js';
import { type Part, partsOf } from './parts.js';
import { recordsWithin } from './records-within.js';
import { fieldsOf, headingOf, rowParser } from './row-parser.js';

const MOST = 1 << 22;

/** The last rows of a table of which nothing else is read; more than `bytes` only where one row alone is longer. */
export async function lastRows(path: string, bytes: number): Promise<readonly Row[]> {
  for (const part of [...partsOf(path)].reverse()) {
    for (let length = bytes; ; length *= 4) {
      const rows = await rowsAtEnd(part, length);
      if (rows.length > 0) return rows;
      if (length >= Math.min(part.size, MOST)) break;
    }
  }
  return [];
}

/** The last row, or null. */
export const lastRow = async (path: string): Promise<Row | null> => (await lastRows(path, 1 << 14)).at(-1) ?? null;

async function rowsAtEnd({ name, size }: Part, length: number): Promise<readonly Row[]> {
  const kind = kindOf(name);
  const start = Math.max(0, size - length);
  const bytes = await bytesAt(name, start, size - start);
  const fields = kind.headed ? fieldsOf(await headingOf(name)) : 0;
  const records = start === 0 ? bytes.subarray(0, kind.whole(bytes)) : recordsWithin(bytes, kind, fields);
  return (await rowParser(name, kind, start))(records.toString()).rows;
}

async function bytesAt(name: string, start: number, length: number): Promise<Buffer> {
  const file = await open(name);
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
