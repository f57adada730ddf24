import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { CfcError } from '@cfc/core';

/** A file of results that is appended to. */
export interface KeptLines {
  /** What it held when it was opened. */
  readonly found: ReadonlyMap<string, unknown>;
  append(key: string, result: unknown): void;
  close(): void;
}

/** Opens a file of lines `{ key, result }`, made if need be; a last line without an end goes. Throws `INPUT_INVALID`. */
export function openLines(path: string): KeptLines {
  const text = textOf(path);
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const entries = whole.split('\n').slice(0, -1);
  const found = new Map(entries.map((entry, k) => parsed(entry, `${path}, line ${k + 1}`)));
  const file = openSync(path, 'a');
  ftruncateSync(file, Buffer.byteLength(whole));
  return {
    found,
    append(key, result) {
      writeSync(file, `${JSON.stringify({ key, result })}\n`);
      fdatasyncSync(file);
    },
    close: () => closeSync(file),
  };
}

function textOf(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) closeSync(openSync(path, 'a'));
    return readFileSync(path, 'utf8');
  } catch (error) {
    const what = `the folder cannot be used: ${(error as Error).message}`;
    throw new CfcError('INPUT_INVALID', what, 'openJournal.path', 'Give a folder that you may write to.');
  }
}

function parsed(entry: string, where: string): [key: string, result: unknown] {
  const fault = new CfcError('INPUT_INVALID', 'not a result', where, 'Remove the line, or give another file.');
  try {
    const { key, result, ...more } = JSON.parse(entry) as Record<string, unknown>;
    if (typeof key === 'string' && Object.keys(more).length === 0) return [key, result];
  } catch {
    throw fault;
  }
  throw fault;
}
