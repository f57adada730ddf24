import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Job } from './job.js';
import { perform } from './tasks.js';

/** How jobs are run. */
export interface JobRun {
  /** Worker threads; 0 does all jobs in this process, one after the other. */
  readonly workers: number;
  /** The file of the workers. */
  readonly worker: URL | undefined;
  readonly interrupt: AbortSignal;
  /** Hears of every job as soon as it is done. */
  finished(job: Job, result: unknown): void;
}

/** Does jobs until all are done, or `interrupt` is aborted: those under way are then given up. */
export async function runJobs(jobs: readonly Job[], run: JobRun): Promise<void> {
  const { workers, worker } = run;
  if (jobs.length === 0) return;
  await (workers === 0 || worker === undefined ? alone(jobs, run) : pooled(jobs, run, worker));
}

async function alone(jobs: readonly Job[], { interrupt, finished }: JobRun): Promise<void> {
  for (const job of jobs) {
    await setImmediate(); // lets signals in
    if (interrupt.aborted) return;
    finished(job, perform(job));
  }
}

async function pooled(jobs: readonly Job[], run: JobRun, worker: URL): Promise<void> {
  const { workers, interrupt, finished } = run;
  const { Tinypool } = await import('tinypool');
  if (interrupt.aborted) return;
  const threads = Math.min(workers, jobs.length);
  const pool = new Tinypool({ filename: worker.href, minThreads: threads, maxThreads: threads });
  const interrupted = once(interrupt, 'abort').then(() => {});
  const all = Promise.all(jobs.map(async (job) => finished(job, await pool.run(job))));
  all.catch(() => {}); // what is given up must not be heard of again
  try {
    await Promise.race([all, interrupted]);
  } finally {
    await pool.destroy();
  }
}
