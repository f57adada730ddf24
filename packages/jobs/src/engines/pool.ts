import { CfcError } from '@cfc/core';
import { Tinypool } from 'tinypool';
import type { Job } from '../job.js';
import type { Engine } from './engine.js';

/** Options of `pool`. */
export interface PoolOptions {
  /** The module whose default export does a job, see `Handler`: JavaScript that Node can load. */
  readonly handler: URL;
  /** Threads, 1 to 256. */
  readonly workers: number;
}

/** Worker threads of this process. Each has a job waiting while it does one. Throws `OPTION_INVALID`. */
export function pool<J extends Job>({ handler, workers }: PoolOptions): Engine<J> {
  if (!(Number.isInteger(workers) && workers >= 1 && workers <= 256)) {
    const fix = 'Give a whole number from 1 to 256.';
    throw new CfcError('OPTION_INVALID', `workers is ${String(workers)}`, 'pool.workers', fix);
  }
  const threads = new Tinypool({ filename: handler.href, minThreads: 0, maxThreads: workers });
  return {
    slots: 2 * workers,
    perform: (job) => threads.run(job),
    close: () => threads.destroy(),
  };
}
