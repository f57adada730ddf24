import { CfcError, isCfcError } from '../errors.js';
import { describe, isRecord } from '../options/field.js';
import type { Settled } from './settled.js';

/** Inputs one after another, as they come. */
export type Stream<Item> = Iterable<Item> | AsyncIterable<Item>;

/**
 * One update for each item, in order; the next item is asked for when the present result was taken. Where an item is bad,
 * the error says which it was, everything before it stays done, and the source is closed, as it is at a `break`.
 */
export async function* follow(
  source: Stream<readonly [string, unknown]>,
  update: (id: string, input: unknown) => Settled,
): AsyncGenerator<Settled, void, void> {
  let at = 0;
  for await (const item of source) {
    const where = `follow: update ${at++}`;
    const [id, input] = pairOf(item, where);
    let settled: Settled;
    try {
      settled = update(id, input);
    } catch (error) {
      if (isCfcError(error)) throw new CfcError(error.code, error.what, `${where}, ${error.where}`, error.fix);
      throw error;
    }
    yield settled;
  }
}

/** Programs without types may send anything. */
function pairOf(item: unknown, where: string): readonly [string, unknown] {
  if (Array.isArray(item) && item.length === 2 && typeof item[0] === 'string') return item as [string, unknown];
  throw new CfcError('INPUT_INVALID', `${describe(item)} is no update`, where, 'Give [id, input].');
}

/** Several updates: by id, or as pairs in order. */
export function pairsOf(changes: unknown): readonly (readonly [string, unknown])[] {
  if (typeof changes === 'object' && changes !== null && Symbol.iterator in changes) {
    return Array.from(changes as Iterable<unknown>, (item, k) => pairOf(item, `updateMany[${k}]`));
  }
  if (isRecord(changes)) return Object.entries(changes);
  throw new CfcError(
    'INPUT_INVALID',
    `${describe(changes)} are no updates`,
    'updateMany',
    'Give inputs by id, or pairs.',
  );
}
