import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CfcError } from '@cfc/core';
import type { RunRecord } from './identity.js';
import { readRun } from './read-run.js';
import { type RunStatus, runStatus } from './run-status.js';

/** A run and how it stands. */
export interface RunEntry {
  /** Its directory. */
  readonly path: string;
  readonly record: RunRecord;
  readonly status: RunStatus;
}

/**
 * The runs in a folder: its directories with a run.json, and itself where it has one; the oldest first. There is no index on the disk that
 * processes would have to share.
 *
 * @throws `INPUT_INVALID` where the folder cannot be read
 *
 * @example
 * for (const { path, status } of listRuns('results')) console.log(path, status);
 */
export function listRuns(root: string): readonly RunEntry[] {
  return [root, ...foldersIn(root)]
    .flatMap((path) => {
      const record = readRun(path);
      return record === null ? [] : [{ path, record, status: runStatus(path, record) }];
    })
    .sort((a, b) => compare(a.record.started, b.record.started) || compare(a.path, b.path));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function foldersIn(root: string): readonly string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(root, name));
  } catch (error) {
    throw new CfcError(
      'INPUT_INVALID',
      `the folder cannot be read: ${(error as Error).message}`,
      root,
      'Give a folder of runs.',
    );
  }
}
