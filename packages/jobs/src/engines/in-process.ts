import { setImmediate } from 'node:timers/promises';
import type { Handler, Job } from '../job.js';
import type { Engine } from './engine.js';

/** All jobs in this process, one after the other; between two of them signals come in. */
export function inProcess<J extends Job>(handler: Handler<J>): Engine<J> {
  return {
    slots: 1,
    async perform(job) {
      const result = await handler(job);
      await setImmediate();
      return result;
    },
    async close() {},
  };
}
