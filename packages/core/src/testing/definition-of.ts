import { CfcError } from '../errors.js';
import { describe } from '../options/field.js';

/** Throws `INPUT_INVALID` unless it is handed a definition of the slot: not what a definition made, nor another one. */
export function checkIsDefinition(given: unknown, slot: 'module' | 'coupling', checker: string): void {
  const { slot: actual, name } = (given ?? {}) as { slot?: unknown; name?: unknown };
  if (typeof given === 'function' && actual === slot) return;
  const made = actual === slot && typeof given === 'object';
  const what = made
    ? `"${String(name)}" is a ${slot} already made`
    : `${describe(given)} is no definition of a ${slot}`;
  throw new CfcError('INPUT_INVALID', what, checker, 'Hand over the definition itself, without calling it.');
}
