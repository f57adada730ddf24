import type { RelaxState } from '../contract/relax.js';
import { CfcError, messageOf } from '../errors.js';
import { isRecord } from '../options/field.js';

/*
 * States hold numbers, texts, lists, maps and Float64Array. JSON has no way to write Float64Array, -0,
 * NaN or the infinities, so these travel as { "$f64": [...] } and { "$number": "-0" }.
 */

/** A state as JSON text. Reading it back gives the same bits. */
export function writeState(state: RelaxState): string {
  return JSON.stringify(encode(state));
}

/** A state from JSON text; `checkState` says whether it fits a system. Throws `INPUT_INVALID` where the text is none. */
export function readState(json: string): RelaxState {
  let tree: unknown;
  try {
    tree = decode(JSON.parse(json));
  } catch (error) {
    const what = `not JSON: ${messageOf(error)}`;
    throw new CfcError('INPUT_INVALID', what, 'the state', 'Give what writeState returned.');
  }
  if (isRecord(tree) && isRecord(tree['point']) && tree['weights'] instanceof Float64Array)
    return tree as unknown as RelaxState;
  throw new CfcError('INPUT_INVALID', 'not the state of a relaxation', 'the state', 'Give what writeState returned.');
}

function encode(value: unknown): unknown {
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { $number: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (value instanceof Float64Array) return { $f64: Array.from(value, encode) };
  if (Array.isArray(value)) return value.map(encode);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, encode(entry)]));
  return value;
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (!isRecord(value)) return value;
  if (typeof value['$number'] === 'string') return Number(value['$number']);
  if (Array.isArray(value['$f64'])) return Float64Array.from(value['$f64'].map(decode) as number[]);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, decode(entry)]));
}
