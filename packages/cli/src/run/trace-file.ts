import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { CfcError } from '@cfc/core';
import type { Row } from '@cfc/observability';

/** trace.jsonl: one line for each step, only ever appended to. */
export interface TraceFile {
  append(row: Row): void;
  /** Brings all rows to the disk; returns the file's size in bytes. */
  flush(): number;
  close(): void;
  /** All rows that were flushed. */
  lines(): AsyncIterable<string>;
}

/** Opens a trace at its end. Lines after byte `size` belong to steps that will be taken again: they go. */
export function openTrace(path: string, size: number): TraceFile {
  const file = openSync(path, 'a');
  if (fstatSync(file).size > size) ftruncateSync(file, size);
  let rows = '';
  return {
    append(row) {
      rows += `${JSON.stringify(row)}\n`;
    },
    flush() {
      writeFileSync(file, rows);
      rows = '';
      fdatasyncSync(file);
      return fstatSync(file).size;
    },
    close: () => closeSync(file),
    lines: () => linesOf(path),
  };
}

/** Throws `INPUT_INVALID` where a trace holds less than its first `size` bytes. */
export function checkTrace(path: string, size: number): void {
  const found = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (found >= size) return;
  const what = `the trace has ${found} bytes, its checkpoint knows ${size}`;
  throw new CfcError('INPUT_INVALID', what, path, 'Restore the file, or begin the run anew in another folder.');
}

async function* linesOf(path: string): AsyncGenerator<string, void, void> {
  const file = await open(path);
  yield* file.readLines();
}
