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
import { z } from 'zod';

/** The results of finished jobs on the disk, a line for each, only ever appended to. */
export interface Journal {
  readonly results: ReadonlyMap<string, unknown>;
  add(key: string, result: unknown): void;
  close(): void;
}

const line = z.strictObject({ key: z.string(), result: z.unknown() });

/** A journal that is kept nowhere. */
export function memoryJournal(): Journal {
  const results = new Map<string, unknown>();
  return { results, add: (key, result) => void results.set(key, result), close() {} };
}

/**
 * Opens a journal, made if need be, with the results that it holds. A last line without an end was being written when
 * the process died: it goes, and its job is done again.
 *
 * @throws `INPUT_INVALID` where the folder cannot be used, or the file is no journal
 */
export function openJournal(path: string): Journal {
  const text = textOf(path);
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const results = new Map<string, unknown>();
  whole
    .split('\n')
    .slice(0, -1)
    .forEach((entry, k) => {
      const { key, result } = parsed(entry, `${path}, line ${k + 1}`);
      results.set(key, result);
    });
  const file = openSync(path, 'a');
  ftruncateSync(file, Buffer.byteLength(whole));
  return {
    results,
    add(key, result) {
      writeSync(file, `${JSON.stringify({ key, result })}\n`);
      fdatasyncSync(file);
      results.set(key, result);
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
    throw new CfcError('INPUT_INVALID', what, '--out', 'Give a folder that you may write to.');
  }
}

function parsed(entry: string, where: string): z.infer<typeof line> {
  try {
    return line.parse(JSON.parse(entry));
  } catch {
    throw new CfcError('INPUT_INVALID', 'not a result', where, 'Remove the line, or give another folder by --out.');
  }
}
