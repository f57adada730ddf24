import { existsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lastPart, partOf } from '../table/parts.js';
import type { RunRecord } from './identity.js';
import { runFiles, traceNames } from './run-directory.js';

/** `finished`: it has a result. `running`: its process is at work. `stopped`: interrupted, killed, or hanging. */
export type RunStatus = 'finished' | 'running' | 'stopped';

/** A run that has not touched its files for so long is not at work, in ms. */
const QUIET = 10_000;

/**
 * How a run stands; `now` is the time in ms since 1970. Of a run whose process is not known (no run.json, or one of another program) only the
 * files tell.
 */
export function runStatus(
  directory: string,
  { pid, host }: Partial<Pick<RunRecord, 'pid' | 'host'>>,
  now = Date.now(),
): RunStatus {
  if (existsSync(join(directory, runFiles.result))) return 'finished';
  const files = [runFiles.identity, runFiles.checkpoint, ...traceNames].map((name) => join(directory, name));
  const touched = files.map((path) => statSync(partOf(path, lastPart(path)), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const lately = now - Math.max(...touched) < QUIET;
  const known = pid !== undefined && host !== undefined;
  return lately && (!known || (host === hostname() && alive(pid))) ? 'running' : 'stopped';
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // alive, and somebody else's
  }
}
