import { CfcError, messageOf } from '../../errors.js';
import { invalid, isRecord } from '../../options/field.js';
import { onlyKeys } from '../../options/only-keys.js';
import { coreOfShares } from './core.js';
import { type Crew, crewOf } from './crew.js';
import { node } from './node.js';
import { sharedModule } from './shared-memory.js';
import { PARTS } from './shares.js';
import { spawn } from './spawn.js';
import type { Threads } from './threads.js';

/** What a pool of threads may be told. */
export interface ThreadOptions {
  /** The calling one included: 1 to 16, as many as the machine runs at once where it is left out. */
  readonly threads?: number;
  /** Systems of fewer modules run unshared: waking a thread would take longer. 16384 where it is left out. */
  readonly smallest?: number;
}

const SMALLEST = 2 ** 14;
/** Operations on vectors alone are shared from this many times `smallest` on. */
const VECTORS = 4;

/**
 * Starts threads that systems compiled with them share their evaluations with: `compile(system, { threads: pool })`. Their
 * results have the same bits for any number of threads. Threads wait without using a core, and do not keep a process
 * alive. Node.js only.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`; `THREADS_UNAVAILABLE` where there are no worker threads, no shared memory or
 * no WebAssembly
 */
export async function startThreads(options: ThreadOptions = {}): Promise<Threads> {
  const given: unknown = options;
  if (!isRecord(given)) invalid(given, 'an object of options', 'startThreads');
  onlyKeys(given, ['threads', 'smallest'], 'startThreads');
  const { smallest = SMALLEST } = options;
  checkWhole('threads', options.threads ?? 1, 1, PARTS);
  checkWhole('smallest', smallest, 0, 2 ** 31);
  const { workers, cores } = node();
  const module = typeof SharedArrayBuffer === 'undefined' ? null : sharedModule();
  if (module === null) throw new CfcError('THREADS_UNAVAILABLE', 'no shared WebAssembly memory here', 'startThreads');
  const threads = options.threads ?? Math.min(cores, PARTS);
  const crew = crewOf();
  const homes = Array.from({ length: threads - 1 }, (_, k) => Math.floor(((k + 1) * PARTS) / threads));
  const starts = await Promise.allSettled(homes.map((home) => spawn(workers, crew, module, home)));
  for (const start of starts) {
    if (start.status === 'fulfilled') continue;
    await end(crew);
    throw new CfcError('THREADS_UNAVAILABLE', `a thread did not start: ${messageOf(start.reason)}`, 'startThreads');
  }
  let stopped: Promise<void> | undefined;
  return Object.freeze<Threads>({
    threads,
    get running() {
      return 1 + crew.mates.size;
    },
    stop: () => (stopped ??= end(crew)),
    host: {
      core(size, plan, families) {
        return size < smallest ? null : coreOfShares(crew, size, plan, families, size >= VECTORS * smallest);
      },
    },
  });
}

async function end({ mates }: Crew): Promise<void> {
  const all = [...mates];
  mates.clear();
  await Promise.all(all.map((mate) => mate.end()));
}

function checkWhole(name: string, value: unknown, min: number, max: number): void {
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return;
  invalid(value, `a whole number from ${min} to ${max}`, `startThreads: ${name}`);
}
