import { CfcError } from '@cfc/core';
import type { Engine } from './engines/engine.js';
import type { Job } from './job.js';

/** Options of `results`. */
export interface ResultOptions<J extends Job> {
  /** Ends the work; jobs under way are given up. */
  readonly interrupt?: AbortSignal;
  /** No job begins before the one so many places ahead of it has been handed on, 1 or more: bounds what is kept in memory. No bound by default. */
  readonly ahead?: number;
  /** Hears of every job as soon as it is done, and whether all before it are. */
  finished?(job: J, result: unknown, inTurn: boolean): void;
}

/** A job with what came of it. */
export interface Done<J extends Job> {
  readonly job: J;
  readonly result: unknown;
}

/**
 * Does jobs and hands their results on in the order of the jobs, whatever the order in which they are finished. Ends early when interrupted;
 * throws what a job threw, and `OPTION_INVALID`. The engine is closed at the end, however it comes.
 *
 * @example
 * for await (const { job, result } of results(jobs, pool({ handler, workers: 4 }))) append(job.key, result);
 */
export async function* results<J extends Job>(
  jobs: Iterable<J>,
  engine: Engine<J>,
  { interrupt, ahead = Infinity, finished }: ResultOptions<J> = {},
): AsyncGenerator<Done<J>, void, void> {
  const source = jobs[Symbol.iterator]();
  const line: Underway<J>[] = [];
  let [running, ended] = [0, false];
  let failure: { readonly error: unknown } | undefined;
  let wake = () => {};
  const stop = () => {
    ended = true;
    wake();
  };
  const begin = (job: J): void => {
    const entry: Underway<J> = { job, done: undefined };
    line.push(entry);
    running++;
    engine
      .perform(job)
      .then((result) => {
        entry.done = { job, result };
        finished?.(job, result, line[0] === entry);
      })
      .catch((error: unknown) => (failure ??= { error }))
      .finally(() => {
        running--;
        wake();
      });
  };
  interrupt?.addEventListener('abort', stop);
  try {
    if (!(ahead >= 1)) {
      throw new CfcError('OPTION_INVALID', `ahead is ${ahead}`, 'results.ahead', 'Give 1 or more.');
    }
    for (;;) {
      const first = line[0]?.done;
      if (first !== undefined) {
        line.shift();
        yield first; // before others begin: one that blocks this process must not hold it back
      }
      while (!ended && running < engine.slots && line.length < ahead) {
        if (interrupt?.aborted === true) {
          ended = true;
          break;
        }
        const { done, value } = source.next();
        if (done === true) break;
        begin(value);
      }
      if (line[0]?.done !== undefined) continue;
      if (failure !== undefined) throw failure.error;
      if (line.length === 0 || ended) return;
      await new Promise<void>((next) => (wake = next));
    }
  } finally {
    interrupt?.removeEventListener('abort', stop);
    await engine.close();
  }
}

interface Underway<J extends Job> {
  readonly job: J;
  done: Done<J> | undefined;
}
