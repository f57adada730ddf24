import { existsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from './identity.js';
import { runFiles } from './run-directory.js';

/** `finished`: it has a result. `running`: its process is at work. `stopped`: interrupted, killed, or hanging. */
export type RunStatus = 'finished' | 'running' | 'stopped';

/** A run that has not touched its files for so long is not at work, in ms. */
const QUIET = 10_000;

/** How a run stands; `now` is the time in ms since 1970. */
export function runStatus(directory: string, { pid, host }: RunRecord, now = Date.now()): RunStatus {
  if (existsSync(join(directory, runFiles.result))) return 'finished';
  const touched = [runFiles.identity, runFiles.trace, runFiles.checkpoint].map(
    (name) => statSync(join(directory, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  const lately = now - Math.max(...touched) < QUIET;
  return lately && host === hostname() && alive(pid) ? 'running' : 'stopped';
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // alive, and somebody else's
  }
}
