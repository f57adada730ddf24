import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readRun } from '../runs/read-run.js';
import { runFiles, traceNames } from '../runs/run-directory.js';
import { type RunStatus, runStatus } from '../runs/run-status.js';
import { inside } from './inside.js';

/** A run as the page lists it. */
export interface RunListed {
  /** What it is asked for by: the name of its folder below the root, or "." for the root itself. */
  readonly key: string;
  readonly name: string;
  readonly status: RunStatus | 'watched';
  /** ISO date of its beginning, or null. */
  readonly started: string | null;
}

/** The runs of a folder: itself and the folders in it that hold a trace, the latest first. Unlike `listRuns` it needs no run.json. */
export function runsIn(root: string): readonly RunListed[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ['.', ...folders.map(({ name }) => name)]
    .flatMap((key) => (traceOf(root, key) === null ? [] : [listed(root, key)]))
    .sort((a, b) => compare(b.started ?? '', a.started ?? '') || compare(a.key, b.key));
}

/** The real path of a run's trace, or null where there is no such run or the path leads out of the root. */
export function traceOf(root: string, key: string): string | null {
  if (key !== '.' && (key === '..' || key !== basename(key) || /[/\\\0]/.test(key) || key === '')) return null;
  for (const name of traceNames) {
    const path = inside(root, join(root, key, name));
    if (path !== null) return path;
  }
  return null;
}

function listed(root: string, key: string): RunListed {
  const folder = join(root, key);
  const record = inside(root, join(folder, runFiles.identity)) === null ? null : readRun(folder);
  return {
    key,
    name: record?.run ?? basename(resolve(folder)),
    status: runStatus(folder, record ?? {}),
    started: record?.started ?? null,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
