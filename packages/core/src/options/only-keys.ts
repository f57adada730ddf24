import { CfcError, suggestion } from '../errors.js';

/** Throws `OPTION_UNKNOWN` where a map has a key that nobody reads. */
export function onlyKeys(node: Readonly<Record<string, unknown>>, known: readonly string[], where: string): void {
  for (const key of Object.keys(node)) {
    if (!known.includes(key)) throw new CfcError('OPTION_UNKNOWN', `no key "${key}"`, where, suggestion(key, known));
  }
}
