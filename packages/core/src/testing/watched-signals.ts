import type { Signals } from '../contract/energy.js';

/** Signals that refuse to be read under a name that the family does not declare, or that was not given. */
export function watchedSignals(given: Signals, declared: readonly string[]): Signals {
  for (const name of declared) {
    if (!Object.hasOwn(given, name)) throw new Error(`it reads "${name}", which the check was not given`);
  }
  const read = (name: string | symbol): void => {
    if (typeof name === 'string' && !declared.includes(name)) {
      throw new Error(`it reads the signal "${name}", which its function "signals" does not name`);
    }
  };
  return new Proxy(given, {
    get: (target, name) => (read(name), Reflect.get(target, name) as unknown),
    has: (target, name) => (read(name), Reflect.has(target, name)),
  });
}
