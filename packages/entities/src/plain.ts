import { CfcError, describe } from '@cfc/core';

/** Data that JSON text holds without loss. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain };

/**
 * A deep copy of a value as JSON text gives it back: what goes through here is the same before writing and after reading.
 * Typed arrays of numbers become lists, -0 becomes 0, entries that are undefined are left out.
 *
 * @throws `INPUT_INVALID` for what JSON cannot hold: numbers that are not finite, functions, objects of a class, cycles
 */
export function plainOf(value: unknown, where: string, inside: readonly object[] = []): Plain {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0;
  if (typeof value !== 'object' || inside.includes(value)) throw refusal(value, where);
  const path = [...inside, value];
  if (isNumbers(value)) return Array.from(value, (entry, k) => plainOf(entry, `${where}[${k}]`, path));
  if (Array.isArray(value)) return value.map((entry, k) => plainOf(entry, `${where}[${k}]`, path));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw refusal(value, where);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(entries.map(([name, entry]) => [name, plainOf(entry, `${where}.${name}`, path)]));
}

/** Any typed array but those of bigints, whose entries are refused one by one. */
const isNumbers = (value: object): value is Float64Array => ArrayBuffer.isView(value) && !(value instanceof DataView);

function refusal(value: unknown, where: string): CfcError {
  const fix = 'Give finite numbers, texts, true, false, null, lists and maps of these, without cycles.';
  return new CfcError('INPUT_INVALID', `${describe(value)} cannot be written to a log`, where, fix);
}
