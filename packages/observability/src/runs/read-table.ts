import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { CfcError } from '@cfc/core';
import { kindOf } from '../table/kind.js';
import { lastPart, partOf } from '../table/parts.js';
import type { Row } from '../table/row.js';

const CHUNK = 1 << 20;

/**
 * The rows of a table, CSV or JSON lines by its ending, from one file or from several parts (see `csvWriter`). Little of the file is in
 * memory at a time, and the rows may be gone through more than once. A last line without an end is no row yet.
 *
 * CSV knows no types: what reads as a number or a truth value is one, and an empty field is null.
 *
 * @throws `INPUT_INVALID` where there is no such file, or a line is no row
 *
 * @example
 * for await (const row of readTable('results/trace.jsonl')) console.log(row['step'], row['energy']);
 */
export function readTable(path: string): AsyncIterable<Row> {
  const { whole, parser } = kindOf(path);
  if (!existsSync(path)) throw new CfcError('INPUT_INVALID', 'no such file', path, 'Give the path of a table.');
  return {
    async *[Symbol.asyncIterator]() {
      const last = lastPart(path);
      for (let part = 1; part <= last; part++) {
        const name = partOf(path, part);
        const parse = parser(name);
        for await (const text of wholeTexts(name, whole)) yield* parse(text);
      }
    },
  };
}

/** The complete records of a file as texts, one after the other. */
async function* wholeTexts(path: string, whole: (bytes: Uint8Array) => number): AsyncGenerator<string, void, void> {
  const file = await open(path);
  try {
    let rest = Buffer.alloc(0);
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK);
      if (bytesRead === 0) return;
      rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      const end = whole(rest);
      if (end > 0) yield rest.toString('utf8', 0, end);
      rest = rest.subarray(end);
    }
  } finally {
    await file.close();
  }
}
