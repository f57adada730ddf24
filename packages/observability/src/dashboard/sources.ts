import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { CfcError } from '@cfc/core';
import { type RunListed, runsIn, traceOf } from './runs-in.js';

/** What a dashboard may show; nothing else of the disk can be asked for. */
export interface Sources {
  list(): readonly RunListed[];
  /** The table of a run by its key, or null. */
  pathOf(key: string): string | null;
  /** What to call a run outside of the page: the name of its folder, or of its file without the ending. */
  nameOf(key: string): string;
}

const WATCHED = 'file:';

/** The runs of a folder, a single table, or both. */
export function sources(root: string | undefined, watch: string | undefined): Sources {
  if (root === undefined && watch === undefined) {
    throw new CfcError(
      'OPTION_INVALID',
      'there is nothing to show',
      'the dashboard',
      'Give a folder of runs, or a table by --watch (watch in programs).',
    );
  }
  for (const path of [root, watch]) {
    if (path !== undefined && !existsSync(path)) {
      throw new CfcError('INPUT_INVALID', 'no such file or folder', path, 'Give one that is there.');
    }
  }
  if (root !== undefined && !statSync(root).isDirectory()) {
    throw new CfcError(
      'INPUT_INVALID',
      'a file, not a folder',
      root,
      'Give the folder of runs; a table by --watch (watch in programs).',
    );
  }
  if (watch !== undefined && !/\.(csv|jsonl|ndjson)$/i.test(watch)) {
    throw new CfcError('INPUT_INVALID', 'not a table', watch, 'Give a file that ends in .csv, .jsonl or .ndjson.');
  }
  const watched: readonly RunListed[] =
    watch === undefined ? [] : [{ key: WATCHED, name: basename(watch), status: 'watched', started: null }];
  const file = watch === undefined ? null : realpathSync(watch);
  return {
    list: () => [...watched, ...(root === undefined ? [] : runsIn(root))],
    pathOf: (key) => (key === WATCHED ? file : root === undefined ? null : traceOf(root, key)),
    nameOf: (key) =>
      key === WATCHED ? basename(watch!, extname(watch!)) : key === '.' ? basename(resolve(root!)) : key,
  };
}
