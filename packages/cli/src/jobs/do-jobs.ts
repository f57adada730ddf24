import { join, resolve } from 'node:path';
import { CfcError } from '@cfc/core';
import { finishJobs, memoryJournal, openJournal } from '@cfc/jobs';
import { Interrupted } from '../errors/interrupted.js';
import { asFlags } from '../flags/as-flags.js';
import type { Io } from '../io.js';
import { statusLine } from '../progress/status-line.js';
import { type EngineFlags, engineOf } from './engine-of.js';
import type { TaskJob } from './task-job.js';

/** Flags of every command that does jobs. */
export interface JobFlags extends EngineFlags {
  readonly out?: string;
}

/** The file in the folder of `--out` that holds the results of finished jobs. */
export const JOURNAL = 'results.jsonl';

/**
 * Does all jobs that have no result yet and returns the results of all, in the order of the jobs. With `--out` every
 * result is on the disk as soon as it is there; the same command goes on from what is there.
 *
 * @throws `OPTION_INVALID` for flags that do not fit, `INPUT_INVALID` for a folder that cannot be used, `Interrupted`
 */
export async function doJobs(jobs: readonly TaskJob[], flags: JobFlags, io: Io): Promise<readonly unknown[]> {
  const engine = engineOf(flags, io);
  const folder = outFolder(flags.out, io.cwd);
  const open = () => (folder === undefined ? memoryJournal() : openJournal(join(folder, JOURNAL)));
  const journal = await asFlags({ 'openJournal.path': '--out' }, open);
  const line = statusLine(io.stderr);
  const all = jobs.length;
  try {
    const known = jobs.filter(({ key }) => journal.results.has(key)).length;
    if (known > 0) io.stderr.write(`${known} of ${all} were done before\n`);
    const left = await finishJobs(jobs, journal, await engine(), {
      interrupt: io.interruptible(),
      told: (done) => line.tell(() => `${done} of ${all} done`),
    });
    if (left > 0) throw new Interrupted(interruption(all - left, all, flags.out));
    return jobs.map(({ key }) => journal.results.get(key));
  } finally {
    line.done();
    journal.close();
  }
}

/** The folder of `--out`; undefined where there is none. Throws `OPTION_INVALID`. */
export function outFolder(out: string | undefined, cwd: string): string | undefined {
  if (out === undefined) return undefined;
  if (out.trim() !== '') return resolve(cwd, out);
  throw new CfcError('OPTION_INVALID', 'the name of the folder is empty', '--out', 'Give a folder, or leave it out.');
}

/** How people are told of work that was interrupted. */
export const interruption = (done: number, all: number, out: string | undefined): string =>
  `interrupted after ${done} of ${all}.${out === undefined ? '' : ' The same command goes on from there.'}`;
