import { type FileHandle, open } from 'node:fs/promises';
import { readFrom } from '../runs/read-from.js';
import { type Kind, kindOf } from '../table/kind.js';
import type { Row } from '../table/row.js';
import { firstRecord } from '../table/whole-records.js';
import type { Part } from './parts.js';
import { recordsWithin } from './records-within.js';
import { fieldsOf, headingOf, rowParser } from './row-parser.js';

/** Rows out of a long table, in order. */
export interface Sample {
  readonly rows: readonly Row[];
  /** Bytes of a row, on average. */
  readonly bytes: number;
}

const NEWLINE = 10;

/** Rows behind about so many evenly spaced bytes of a table. */
export async function sampledRows(parts: readonly Part[], count: number): Promise<Sample> {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const rows: Row[] = [];
  let length = 0;
  for (const part of parts) {
    const kind = kindOf(part.name);
    const heading = kind.headed ? await headingOf(part.name) : '';
    const parse = await rowParser(part.name, kind, 1);
    for (const record of await recordsOf(part, kind, heading, Math.ceil((count * part.size) / size))) {
      length += Buffer.byteLength(record);
      rows.push(...parse(record).rows);
    }
  }
  return { rows, bytes: length / Math.max(1, rows.length) };
}

/** The first record, and that behind each of so many bytes; none where there is none within 64 KiB, or it was found already. */
async function recordsOf({ name, size }: Part, kind: Kind, heading: string, count: number): Promise<readonly string[]> {
  const { text, end: behind } = await readFrom(name, Buffer.byteLength(heading), firstOf(kind), 1 << 12);
  const found = [text];
  const fields = fieldsOf(heading);
  const file = await open(name);
  try {
    for (let k = 1, end = behind; k < count; k++) {
      const place = Math.floor((k * size) / count);
      const record = place < end ? null : await recordBehind(file, place, kind, fields);
      if (record === null) continue;
      found.push(record.text);
      end = record.end;
    }
    return found;
  } finally {
    await file.close();
  }
}

async function recordBehind(file: FileHandle, place: number, kind: Kind, fields: number) {
  for (let length = 1 << 12; length <= 1 << 16; length *= 4) {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, place);
    const records = recordsWithin(bytes.subarray(0, bytesRead), kind, fields);
    const end = firstOf(kind)(records);
    const begin = place + records.byteOffset - bytes.byteOffset;
    if (end > 0) return { text: records.toString('utf8', 0, end), end: begin + end };
    if (bytesRead < length) break;
  }
  return null;
}

/** Where the first record of some bytes ends; 0 where it has no end. */
const firstOf = ({ headed }: Kind): ((bytes: Uint8Array) => number) =>
  headed ? (bytes) => firstRecord(bytes) : (bytes) => bytes.indexOf(NEWLINE) + 1;
