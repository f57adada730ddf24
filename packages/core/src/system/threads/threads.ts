import type { Backend } from '../../contract/system.js';
import { CfcError } from '../../errors.js';
import { describe } from '../../options/field.js';
import type { Core } from '../engine/core.js';
import type { EdgePlan } from '../engine/edges.js';
import type { FoldedFamily } from '../engine/quartics.js';

/** A pool of threads for `compile(system, { threads })`; `startThreads` makes one. */
export interface Threads {
  /** How many were asked for, the calling one included. */
  readonly threads: number;
  /** How many there are now: 1 after `stop`, and fewer than were asked for where one has died. */
  readonly running: number;
  /**
   * Ends them. Systems that were compiled with them go on with the calling thread alone, to the same bits. May be called
   * more than once.
   */
  stop(): Promise<void>;
  /** @internal */
  readonly host: ThreadHost;
}

/** @internal What compiling a system asks of a pool. */
interface ThreadHost {
  /** Packs the engine's families in partitions; null for a system that is too small to share. */
  core(size: number, plan: EdgePlan, families: readonly FoldedFamily[]): Core | null;
}

/** @throws `OPTION_INVALID` */
export function checkThreads(threads: Threads, backend: Backend): void {
  if (backend !== 'wasm') {
    const what = `threads need the back end "wasm", and it is ${describe(backend)}`;
    throw new CfcError('OPTION_INVALID', what, 'compile', 'Leave one of the two out.');
  }
  const given: Partial<Threads> | null = threads;
  if (typeof given?.host?.core === 'function') return;
  const what = `threads is ${describe(threads)}`;
  throw new CfcError('OPTION_INVALID', what, 'compile', 'Give what startThreads of @cfc/core/threads resolves to.');
}
