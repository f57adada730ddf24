import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { runFiles } from '../runs/run-directory.js';
import { inside } from './inside.js';

/** A run as the page lists it. */
export interface RunListed {
  /** What it is asked for by: the name of its folder below the root, or "." for the root itself. */
  readonly key: string;
  readonly name: string;
  readonly status: 'finished' | 'running' | 'stopped' | 'watched';
  /** ISO date of its beginning, or null. */
  readonly started: string | null;
}

/** A run that has not touched its trace for so long is not at work, in ms. */
const QUIET = 10_000;

/** The runs of a folder: itself and the folders in it that hold a trace or a run.json, the latest first. */
export function runsIn(root: string): readonly RunListed[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ['.', ...folders.map(({ name }) => name)]
    .flatMap((key) => (traceOf(root, key) === null ? [] : [listed(root, key)]))
    .sort((a, b) => compare(b.started ?? '', a.started ?? '') || compare(a.key, b.key));
}

/** The real path of a run's trace, or null where there is no such run or the path leads out of the root. */
export function traceOf(root: string, key: string): string | null {
  if (key !== '.' && (key === '..' || key !== basename(key) || /[/\\\0]/.test(key) || key === '')) return null;
  return inside(root, join(root, key, runFiles.trace));
}

function listed(root: string, key: string): RunListed {
  const folder = join(root, key);
  const record = json(root, join(folder, runFiles.identity));
  const result = existsSync(join(folder, runFiles.result));
  const touched = Math.max(...[runFiles.trace, runFiles.checkpoint].map((name) => timeOf(join(folder, name))));
  const here = record?.host === undefined || (record.host === hostname() && alive(Number(record.pid)));
  const running = Date.now() - touched < QUIET && here;
  return {
    key,
    name: textOf(record?.run) ?? basename(resolve(folder)),
    status: result ? 'finished' : running ? 'running' : 'stopped',
    started: textOf(record?.started),
  };
}

function json(root: string, path: string): Readonly<Record<string, unknown>> | null {
  const real = inside(root, path);
  if (real === null) return null;
  try {
    return JSON.parse(readFileSync(real, 'utf8')) as Record<string, unknown> | null;
  } catch {
    return null;
  }
}

function alive(pid: number): boolean {
  try {
    return Number.isSafeInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // alive, and somebody else's
  }
}

const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
