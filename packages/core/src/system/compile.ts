import type { Backend, CompiledSystem } from '../contract/system.js';
import { CfcError } from '../errors.js';
import { describe } from '../options/field.js';
import { onlyKeys } from '../options/only-keys.js';
import { type System, checkDefined } from './define.js';
import { type Order, chooseOrder } from './order/choose.js';
import { outerOf } from './order/outer.js';
import { reordered } from './order/reordered.js';
import { packed } from './packed.js';
import { type Threads, checkThreads } from './threads/threads.js';

/** How a system is compiled. */
export interface CompileOptions {
  /** `wasm` (the default; plain TypeScript where it is missing or forbidden) or `js`: the same bits. */
  readonly backend?: Backend;
  /** `auto` (the default) lays large systems out in the order that suits the machine's memory; `given` leaves them. */
  readonly order?: 'auto' | 'given';
  /** A pool of `startThreads`, for large systems in Node.js; the same bits for any number of threads. */
  readonly threads?: Threads;
}

/**
 * Packs a system for evaluation: families as structure of arrays in the memory of the loops, laid out in an order chosen by
 * measure of its graph. The order shows nowhere but in the time that it saves and in the last bits of sums.
 *
 * @returns functions of (eta, environment); see `CompiledSystem`
 * @throws `INPUT_INVALID` for what `defineSystem` did not make; `OPTION_UNKNOWN`; `OPTION_INVALID`, also for threads with the back end `js`; `ENERGY_INVALID` where a family fails
 * while it is packed
 */
export function compile(system: System, options: CompileOptions = {}): CompiledSystem {
  checkDefined(system);
  onlyKeys({ ...options }, ['backend', 'order', 'threads'], 'compile');
  const backend = oneOf('backend', options.backend ?? 'wasm', ['wasm', 'js']);
  const order = oneOf('order', options.order ?? 'auto', ['auto', 'given']);
  if (options.threads !== undefined) checkThreads(options.threads, backend);
  return laidOut(system, backend, order === 'auto' ? chooseOrder(system) : null, options.threads ?? null);
}

/** A system compiled in a given layout. */
export function laidOut(
  system: System,
  backend: Backend,
  order: Order | null,
  threads: Threads | null = null,
): CompiledSystem {
  if (order === null) return packed(system, backend, threads);
  const inner = packed(reordered(system, order), backend, threads);
  if (order.rank === null) return inner;
  return outerOf(
    inner,
    () => system.ids,
    order.rank,
    () => packed(system, backend, null),
  );
}

function oneOf<T extends string>(name: string, given: T, choices: readonly T[]): T {
  if (choices.includes(given)) return given;
  throw new CfcError('OPTION_INVALID', `${describe(given)} is no ${name}`, 'compile', `Give ${choices.join(' or ')}.`);
}
