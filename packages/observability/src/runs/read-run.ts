import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from './identity.js';
import { runFiles } from './run-directory.js';

/** The run.json of a directory; null where there is none that can be read. */
export function readRun(directory: string): RunRecord | null {
  try {
    const record = JSON.parse(readFileSync(join(directory, runFiles.identity), 'utf8')) as RunRecord | null;
    return typeof record?.run === 'string' && typeof record.started === 'string' ? record : null;
  } catch {
    return null;
  }
}
