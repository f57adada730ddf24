import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { fill, integer } from '@cfc/core';
import type { Engine } from '../engines/engine.js';
import type { Job } from '../job.js';
import { connect } from './connect.js';
import type { QueueOptions } from './queue-options.js';

/** Options of `bullmq`. */
export interface BullmqOptions extends QueueOptions {
  /** Jobs that are in the queue at once, 1 or more (64). */
  readonly slots?: number;
  /** How often a job that throws is tried, 1 or more, with growing pauses (3). */
  readonly attempts?: number;
}

const fields = {
  slots: integer(64, 'jobs that are in the queue at once', { min: 1 }),
  attempts: integer(3, 'how often a job that throws is tried', { min: 1 }),
};

/** A `bullmq` engine, which can tell who is at work. */
export interface BullmqEngine<J extends Job> extends Engine<J> {
  /** How many workers the queue has. */
  workers(): Promise<number>;
}

/** ms between two looks at a job, and s after which a result is forgotten that nobody fetched. */
const LOOK = 50;
const FORGET = 7 * 24 * 3600;

/**
 * Jobs on a BullMQ queue on Redis, done by whoever runs `work` there. A job's id is the hash of its key, so that one that is there already is not
 * added twice, and one that Redis has lost is added again: it may be killed, and so may workers and this process, at any time. A result is
 * removed from Redis when it is fetched.
 *
 * @throws `PACKAGE_MISSING`, `OPTION_INVALID`, `OPTION_UNKNOWN`, see `connect`; `perform` rejects when all attempts at a job have failed
 */
export async function bullmq<J extends Job>(options: BullmqOptions): Promise<BullmqEngine<J>> {
  const { redis, queue: name, ...rest } = options;
  const { slots, attempts } = fill(fields, rest, 'bullmq');
  const { bullmq: library, connection } = await connect({ redis, queue: name }, 'bullmq');
  const queue = new library.Queue(name, { connection });
  queue.on('error', () => {}); // the connection is made again, and what was asked is asked again
  const rules = { attempts, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: { age: FORGET } };
  let closed = false;

  /** One look at a job: its result, or nothing yet. */
  async function look(job: J, jobId: string, first: boolean): Promise<{ readonly result: unknown } | undefined> {
    const known = await library.Job.fromId<J>(queue, jobId);
    if (known === undefined) await queue.add('job', job, { jobId, ...rules });
    if (known?.finishedOn === undefined) return undefined;
    const state = await known.getState();
    if (state === 'completed') {
      const result: unknown = known.returnvalue;
      await known.remove();
      return { result };
    }
    if (state !== 'failed') return undefined;
    await known.remove();
    if (first) return undefined; // it failed before: it is tried anew
    throw new Error(`${attempts} attempts at ${job.key} failed, the last one with: ${known.failedReason}`);
  }

  return {
    slots,
    async perform(job) {
      const jobId = createHash('sha256').update(job.key).digest('hex');
      for (let first = true; ; first = false) {
        const found = await look(job, jobId, first);
        if (found !== undefined) return found.result;
        if (closed) return undefined;
        await setTimeout(LOOK);
      }
    },
    workers: () => queue.getWorkersCount(),
    async close() {
      closed = true;
      connection.disconnect();
      await queue.close().catch(() => {});
    },
  };
}
