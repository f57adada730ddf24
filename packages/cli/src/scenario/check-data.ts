import { CfcError } from '@cfc/core';

/** Deeper than any scenario; a YAML alias can make a tree contain itself. */
const DEEPEST = 100;

/**
 * Checks that a tree is finite and holds no NaN: no module should have to guess what that means.
 *
 * @throws `INPUT_INVALID` with the path in the tree
 */
export function checkData(node: unknown, where = '', depth = 0): void {
  if (Number.isNaN(node)) throw new CfcError('INPUT_INVALID', 'the number is NaN', where, 'Give a finite number.');
  if (typeof node !== 'object' || node === null) return;
  if (depth === DEEPEST) {
    const what = `it is nested more than ${DEEPEST} levels deep`;
    throw new CfcError('INPUT_INVALID', what, 'the scenario', 'Look for an alias that stands inside its own anchor.');
  }
  for (const [key, entry] of Object.entries(node)) {
    const path = Array.isArray(node) ? `${where}[${key}]` : where === '' ? key : `${where}.${key}`;
    checkData(entry, path, depth + 1);
  }
}
