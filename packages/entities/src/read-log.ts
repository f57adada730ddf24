import { CfcError, describe } from '@cfc/core';
import type { Entry } from './entry.js';

/** A log as it was read. */
export interface ReadLog {
  readonly entries: readonly Entry[];
  /** The text without a last line that was half written. */
  readonly text: string;
}

const types = ['snapshot', 'add', 'remove', 'update', 'change', 'signals', 'weights', 'relax'];

/**
 * Reads the text of a log: JSON lines, numbered without a gap, the first of them a snapshot. A last line without a line feed
 * counts if it is whole, and is dropped if it was half written.
 *
 * @throws `INPUT_INVALID` with the number of the line, from 1
 */
export function readLog(text: string): ReadLog {
  if (typeof text !== 'string') {
    throw new CfcError('INPUT_INVALID', `${describe(text)} is not the text of a log`, 'replay', 'Give its lines.');
  }
  const lines = text.split('\n');
  const last = lines.pop()!;
  const entries: Entry[] = [];
  for (const line of lines) entries.push(entryOf(line, entries.length + 1, entries.at(-1)));
  if (isWhole(last)) {
    entries.push(entryOf(last, entries.length + 1, entries.at(-1)));
    lines.push(last);
  }
  if (entries.length > 0) return { entries, text: `${lines.join('\n')}\n` };
  throw bad(1, 'the log is empty', 'A log begins with a snapshot.');
}

/** A line that is cut off has lost the brace that ends it. */
function isWhole(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

function entryOf(text: string, line: number, before: Entry | undefined): Entry {
  let entry: Partial<Entry> | null;
  try {
    entry = JSON.parse(text) as Partial<Entry> | null;
  } catch {
    throw bad(line, `${describe(text)} is not JSON`, 'Only the last line may be half written; restore this one.');
  }
  const { seq, type } = entry ?? {};
  if (!Number.isSafeInteger(seq) || !types.includes(type!)) {
    throw bad(line, `${describe(text)} is no entry`, `Give { seq, type, ... } with one of ${types.join(', ')}.`);
  }
  if (before === undefined && type !== 'snapshot') {
    throw bad(line, `the log begins with "${type}"`, 'Give it from a snapshot on.');
  }
  if (before !== undefined && seq !== before.seq + 1) {
    throw bad(line, `seq is ${seq} where ${before.seq + 1} should be`, 'Restore the order and the missing lines.');
  }
  if (type === 'snapshot' && (entry as { cfc?: unknown }).cfc !== 1) {
    throw bad(line, 'the snapshot is not of version 1 of this format', 'Read it with the version that wrote it.');
  }
  return entry as Entry;
}

const bad = (line: number, what: string, fix: string): CfcError =>
  new CfcError('INPUT_INVALID', what, `line ${line} of the log`, fix);

/** The log from its last snapshot on: it replays to the same state. @throws as `replay` for a text that is no log */
export function compacted(text: string): string {
  const { entries, text: whole } = readLog(text);
  return whole.split('\n').slice(lastSnapshot(entries)).join('\n');
}

/** The index of the last snapshot. */
export const lastSnapshot = (entries: readonly Entry[]): number =>
  entries.map(({ type }) => type).lastIndexOf('snapshot');
