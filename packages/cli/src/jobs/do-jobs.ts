import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { CfcError } from '@cfc/core';
import { Interrupted } from '../errors/interrupted.js';
import { wholeNumber } from '../flags/whole-number.js';
import type { Io } from '../io.js';
import { statusLine } from '../progress/status-line.js';
import type { Job } from './job.js';
import { type Journal, memoryJournal, openJournal } from './journal.js';
import { runJobs } from './run-jobs.js';

/** Flags of every command that does jobs. */
export interface JobFlags {
  readonly out?: string;
  readonly workers?: string;
}

/** The file in the folder of `--out` that holds the results of finished jobs. */
export const JOURNAL = 'results.jsonl';

/**
 * Does all jobs that have no result yet and returns the results of all, in the order of the jobs. With `--out` every
 * result is on the disk as soon as it is there; the same command goes on from what is there.
 *
 * @throws `OPTION_INVALID` for flags that do not fit, `INPUT_INVALID` for a folder that cannot be used, `Interrupted`
 */
export async function doJobs(jobs: readonly Job[], flags: JobFlags, io: Io): Promise<readonly unknown[]> {
  const workers =
    flags.workers === undefined ? availableParallelism() : wholeNumber('--workers', flags.workers, 0, 256);
  const journal = journalOf(flags.out, io.cwd);
  try {
    await finish(jobs, journal, workers, io);
    const left = jobs.filter(({ key }) => !journal.results.has(key)).length;
    if (left > 0) throw new Interrupted(interruption(jobs.length - left, jobs.length, flags.out));
    return jobs.map(({ key }) => journal.results.get(key));
  } finally {
    journal.close();
  }
}

async function finish(jobs: readonly Job[], journal: Journal, workers: number, io: Io): Promise<void> {
  const open = jobs.filter(({ key }) => !journal.results.has(key));
  const line = statusLine(io.stderr);
  let done = jobs.length - open.length;
  if (done > 0) io.stderr.write(`${done} of ${jobs.length} were done before\n`);
  try {
    await runJobs(open, {
      workers,
      worker: io.worker,
      interrupt: io.interruptible(),
      finished({ key }, result) {
        journal.add(key, result);
        done++;
        line.tell(() => `${done} of ${jobs.length} done`);
      },
    });
  } finally {
    line.done();
  }
}

function journalOf(out: string | undefined, cwd: string): Journal {
  if (out === undefined) return memoryJournal();
  if (out.trim() !== '') return openJournal(join(resolve(cwd, out), JOURNAL));
  throw new CfcError('OPTION_INVALID', 'the name of the folder is empty', '--out', 'Give a folder, or leave it out.');
}

const interruption = (done: number, all: number, out: string | undefined): string =>
  `interrupted after ${done} of ${all}.${out === undefined ? '' : ' The same command goes on from there.'}`;
