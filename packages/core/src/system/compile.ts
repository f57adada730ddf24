import type { Backend, CompiledSystem } from '../contract/system.js';
import type { System } from './define.js';
import { packed } from './packed.js';
import { type Threads, checkThreads } from './threads/threads.js';

/**
 * Packs a system for evaluation.
 *
 * @param given.backend `wasm` (the default; plain TypeScript where that is not to be had) or `js`
 * @param given.threads a pool of `startThreads`, for large systems in Node.js; the same bits for any number of threads
 * @throws `OPTION_INVALID` for threads with the back end `js`, or for what is no pool; what a family refuses
 */
export function compile(
  system: System,
  given: { readonly backend?: Backend; readonly threads?: Threads } = {},
): CompiledSystem {
  const { backend = 'wasm', threads } = given;
  if (threads !== undefined) checkThreads(threads, backend);
  return packed(system, backend, threads ?? null);
}
