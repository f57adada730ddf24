import { setImmediate } from 'node:timers/promises';
import { Interrupted } from '../errors/interrupted.js';
import type { Io } from '../io.js';
import { statusLine } from '../progress/status-line.js';

/** How long values are passed on without a look at signals, in ms. */
const SLICE = 20;

/**
 * Passes values on, lets signals in now and then, and tells on stderr how many there were.
 *
 * @param noun what the values are, in the plural
 * @throws `Interrupted` after SIGINT or SIGTERM
 */
export async function* breathing<T>(values: Iterable<T> | AsyncIterable<T>, noun: string, io: Io): AsyncGenerator<T> {
  const interrupt = io.interruptible();
  const line = statusLine(io.stderr);
  let count = 0;
  let next = performance.now() + SLICE;
  try {
    for await (const value of values) {
      yield value;
      count++;
      if (performance.now() < next) continue;
      line.tell(() => `${count} ${noun}`);
      await setImmediate(); // lets signals in
      if (interrupt.aborted) throw new Interrupted(`interrupted after ${count} ${noun}`);
      next = performance.now() + SLICE;
    }
  } finally {
    line.done();
  }
}
