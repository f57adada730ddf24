import {
  closeSync,
  createReadStream,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createInterface } from 'node:readline';
import { CfcError } from '@cfc/core';
import type { Row } from '@cfc/observability';

/** trace.jsonl: one line for each step, only ever appended to. */
export interface TraceFile {
  append(row: Row): void;
  /** Brings all rows to the disk; returns the file's size in bytes. */
  flush(): number;
  close(): void;
  /** All rows. */
  lines(): AsyncIterable<string>;
}

/**
 * Opens a trace at its end. Lines after byte `size` belong to steps that will be taken again: they go. Rows that cannot be written
 * stay in memory, where `lines` finds them.
 */
export function openTrace(path: string, size: number): TraceFile {
  const file = openSync(path, 'a');
  if (fstatSync(file).size > size) ftruncateSync(file, size);
  let kept = size;
  let rows = '';
  return {
    append(row) {
      rows += `${JSON.stringify(row)}\n`;
    },
    flush() {
      if (rows !== '') {
        if (fstatSync(file).size > kept) ftruncateSync(file, kept); // what a full disk took of the rows
        writeFileSync(file, rows);
        rows = '';
        kept = fstatSync(file).size;
      }
      fdatasyncSync(file);
      return kept;
    },
    close: () => closeSync(file),
    lines: () => linesOf(path, kept, rows),
  };
}

/** Throws `INPUT_INVALID` where a trace holds less than its first `size` bytes. */
export function checkTrace(path: string, size: number): void {
  const found = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (found >= size) return;
  const what = `the trace has ${found} bytes, its checkpoint knows ${size}`;
  throw new CfcError('INPUT_INVALID', what, path, 'Restore the file, or begin the run anew in another folder.');
}

async function* linesOf(path: string, kept: number, rows: string): AsyncGenerator<string, void, void> {
  if (kept > 0) {
    yield* createInterface({ input: createReadStream(path, { end: kept - 1 }) });
  }
  yield* rows.split('\n').slice(0, -1);
}
