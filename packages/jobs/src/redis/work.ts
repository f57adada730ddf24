import { setTimeout } from 'node:timers/promises';
import { CfcError } from '@cfc/core';
import type { Engine } from '../engines/engine.js';
import type { Job } from '../job.js';
import { connect } from './connect.js';
import type { QueueOptions } from './queue-options.js';

/** Options of `work`. */
export interface WorkOptions extends QueueOptions {
  /** ms after which the jobs of a worker that is heard of no more go to others (10,000; at least 1,000). */
  readonly lease?: number;
  /** Ends the work: jobs under way are finished first. */
  readonly interrupt: AbortSignal;
  /** Hears of every job as soon as it is done. */
  finished?(job: Job): void;
  /** Hears of every attempt that failed. */
  failed?(job: Job, reason: string): void;
}

/**
 * Does jobs of a queue by an engine of this machine until it is interrupted. The engine should have threads of its own: one that holds up the event
 * loop longer than the lease loses its jobs to others, which then are done twice, to the same result. The engine is closed at the end.
 *
 * @throws `PACKAGE_MISSING`, `OPTION_INVALID`
 */
export async function work<J extends Job>(engine: Engine<J>, options: WorkOptions): Promise<void> {
  const { lease = 10_000, interrupt, finished, failed } = options;
  if (!(lease >= 1000)) {
    throw new CfcError('OPTION_INVALID', `the lease is ${lease} ms`, 'work.lease', 'Give at least 1000.');
  }
  const { bullmq, connection } = await connect(options, 'work');
  const performed = new Set<Promise<unknown>>();
  const perform = ({ data }: { readonly data: J }): Promise<unknown> => {
    const result = engine.perform(data);
    performed.add(result);
    const forget = () => performed.delete(result);
    result.then(forget, forget);
    return result;
  };
  const worker = new bullmq.Worker<J>(options.queue, perform, {
    connection,
    concurrency: engine.slots,
    lockDuration: lease,
    stalledInterval: lease / 2,
    maxStalledCount: 1000, // a worker that dies is no fault of the job
  });
  worker.on('error', () => {}); // the connection is made again
  let unsaid = 0;
  worker.on('active', () => unsaid++);
  worker.on('completed', ({ data }) => {
    unsaid--;
    finished?.(data);
  });
  worker.on('failed', (job, { message }) => {
    unsaid--;
    if (job !== undefined) failed?.(job.data, message);
  });
  try {
    await aborted(interrupt);
  } finally {
    await worker.pause(true);
    await Promise.allSettled(performed);
    for (const end = performance.now() + lease; unsaid > 0 && performance.now() < end;) await setTimeout(10);
    await worker.close(true); // its gentle way waits for ever where a connection that was lost is not there yet
    connection.disconnect();
    await engine.close();
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
