import type { Backend, CompiledSystem } from '../contract/system.js';
import type { System } from './define.js';
import { packed } from './packed.js';
import { type Threads, checkThreads } from './threads/threads.js';

export function compile(
  system: System,
  given: { readonly backend?: Backend; readonly threads?: Threads } = {},
): CompiledSystem {
  const { backend = 'wasm', threads } = given;
  if (threads !== undefined) checkThreads(threads, backend);
  return packed(system, backend, threads ?? null);
}
