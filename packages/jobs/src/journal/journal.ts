import { existsSync, rmSync } from 'node:fs';
import { type KeptLines, openLines } from './lines.js';

/** Results of finished jobs by key, a line for each. */
export interface Journal {
  /** All that is known. */
  readonly results: ReadonlyMap<string, unknown>;
  /** Whether the result stands in its place. */
  written(key: string): boolean;
  /** Writes a result whose turn it is. */
  add(key: string, result: unknown): void;
  /** Keeps a result that came before its turn; `add` is to follow. */
  keep(key: string, result: unknown): void;
  close(): void;
}

/** A journal that is kept nowhere. */
export function memoryJournal(): Journal {
  const results = new Map<string, unknown>();
  const add = (key: string, result: unknown) => void results.set(key, result);
  return { results, written: (key) => results.has(key), add, keep() {}, close() {} };
}

/**
 * Opens a journal, made if need be, with the results that it holds: lines `{ key, result }`, only ever appended to, each on the disk before
 * `add` returns. A last line without an end was being written when the process died: it goes, and its job is done again. Results that came
 * before their turn lie in a second file, `<path>.early`, until their turn has come: so the bytes of the first depend on nothing but the
 * order of `add`, and nothing that was finished is lost.
 *
 * @throws `INPUT_INVALID` where the folder cannot be used, or the file is no journal
 */
export function openJournal(path: string): Journal {
  const aside = `${path}.early`;
  const main = openLines(path);
  const written = new Set(main.found.keys());
  let early: KeptLines | undefined = existsSync(aside) ? openLines(aside) : undefined;
  const results = new Map([...(early?.found ?? []), ...main.found]);
  const waiting = new Set([...(early?.found.keys() ?? [])].filter((key) => !written.has(key)));
  return {
    results,
    written: (key) => written.has(key),
    add(key, result) {
      main.append(key, result);
      results.set(key, result);
      written.add(key);
      waiting.delete(key);
    },
    keep(key, result) {
      early ??= openLines(aside);
      early.append(key, result);
      results.set(key, result);
      waiting.add(key);
    },
    close() {
      main.close();
      early?.close();
      if (waiting.size === 0) rmSync(aside, { force: true });
    },
  };
}
