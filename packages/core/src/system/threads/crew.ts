import { CfcError } from '../../errors.js';
import type { Place, Segment } from '../wasm/memory.js';
import { ASLEEP, CLAIMS, CONTROL, DONE, EPOCH, FAILED, JOB, SEGMENT, WAITING } from './control.js';
import type { SharedKernels } from './shared-memory.js';
import { PARTS } from './shares.js';

/** A thread beside the calling one. */
export interface Mate {
  /** Tells it of a memory segment. */
  post(segment: { readonly id: number; readonly memory: object }): void;
  end(): Promise<unknown>;
}

declare const performance: { now(): number };

/** Loads in a row, some 100 microseconds of them, before the calling thread waits for the last partitions. */
const SPINS = 20_000;
const PATIENCE = 10_000;
/**
 * Where an operation took longer than it would have alone, the calling thread works alone for this many times that loss: the
 * least at first, twice as often with every loss, half with every gain. Threads may begin on one core until the machine
 * spreads them; other work on the cores lasts.
 */
const ALONE = { least: 0.5, most: 16 } as const;

/** The threads of a pool, as one operation after the other sees them. */
export interface Crew {
  readonly control: SharedArrayBuffer;
  readonly mates: Set<Mate>;
  /** Does all partitions of a job: with the others, or where that does not pay, alone. */
  run(segment: Segment, job: Place, together: boolean): void;
}

/** @param patience how long to wait for one partition before its thread is taken for dead, in milliseconds */
export function crewOf(patience = PATIENCE): Crew {
  const control = new SharedArrayBuffer(CONTROL);
  const words = new Int32Array(control);
  const mates = new Set<Mate>();
  const known: Segment[] = [];
  /** Until when the others are left out: somebody else uses the cores. */
  let aloneUntil = 0;
  let alone: number = ALONE.least;

  function publish(segment: Segment, job: Place): number {
    let id = known.indexOf(segment);
    if (id < 0) {
      id = known.push(segment) - 1;
      for (const mate of mates) mate.post({ id, memory: segment.memory });
    }
    words[SEGMENT] = id;
    words[JOB] = job;
    Atomics.store(words, DONE, 0);
    const epoch = (Atomics.load(words, EPOCH) + 1) | 0;
    Atomics.store(words, EPOCH, epoch);
    if (Atomics.load(words, ASLEEP) > 0) Atomics.notify(words, EPOCH);
    return epoch;
  }

  /** Claims and does what nobody else has claimed; returns how many partitions that were. */
  function help({ work }: SharedKernels, job: Place, epoch: number): number {
    const free = (epoch - 1) | 0;
    let done = 0;
    for (let p = 0; p < PARTS; p++) {
      const claim = CLAIMS + p;
      if (Atomics.load(words, claim) !== free) continue;
      if (Atomics.compareExchange(words, claim, free, epoch) !== free) continue;
      work(job, p);
      done++;
    }
    Atomics.add(words, DONE, done);
    return done;
  }

  function waitForAll(): void {
    for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(words, DONE) === PARTS) return;
    Atomics.store(words, WAITING, 1);
    for (;;) {
      const done = Atomics.load(words, DONE);
      if (done === PARTS) break;
      if (Atomics.wait(words, DONE, done, patience) === 'timed-out') throw gone('does not answer');
    }
    Atomics.store(words, WAITING, 0);
  }

  /** Nobody knows what the others still write to: from now on the calling thread works alone. */
  function gone(what: string): CfcError {
    for (const mate of mates) void mate.end();
    mates.clear();
    return new CfcError('THREADS_UNAVAILABLE', `a thread of the pool ${what}`, 'in the middle of an evaluation');
  }

  return {
    control,
    mates,
    run(segment, job, together) {
      const kernels = segment.kernels as SharedKernels;
      const begun = together && mates.size > 0 ? performance.now() : 0;
      if (begun === 0 || begun < aloneUntil) {
        for (let p = 0; p < PARTS; p++) kernels.work(job, p);
        return;
      }
      const epoch = publish(segment, job);
      const published = performance.now();
      const done = help(kernels, job, epoch);
      const own = performance.now() - published;
      waitForAll();
      const ended = performance.now();
      const elapsed = ended - begun;
      const loss = elapsed - (done === 0 ? elapsed / 2 : (own * PARTS) / done);
      if (loss > 0) aloneUntil = ended + alone * loss;
      alone = loss > 0 ? Math.min(2 * alone, ALONE.most) : Math.max(alone / 2, ALONE.least);
      if (Atomics.load(words, FAILED) === 1) throw gone('failed');
    },
  };
}
