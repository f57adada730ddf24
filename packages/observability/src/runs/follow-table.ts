import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { kindOf } from '../table/kind.js';
import type { Parser } from '../table/parsers.js';
import { partOf } from '../table/parts.js';
import type { Row } from '../table/row.js';
import { readFrom } from './read-from.js';

/** How a table is followed. */
export interface FollowOptions {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Milliseconds from one look at the file to the next, (0, ∞), 200 by default. */
  readonly period?: number;
}

/** What has come since the last look. */
export interface Appended {
  readonly rows: readonly Row[];
  /** The file was cut off or begun anew, as a resumed run does: forget all rows before these. */
  readonly anew: boolean;
}

const CHUNK = 1 << 22;

/**
 * The rows of a table as they come: first those that are there, then those that are appended, until the signal is aborted.
 * The file may come into being later. Throws `INPUT_INVALID` like `readTable`.
 *
 * @example
 * for await (const { rows } of followTable('results/trace.jsonl', { signal })) show(rows);
 */
export async function* followTable(
  path: string,
  { signal, period = 200 }: FollowOptions,
): AsyncGenerator<Appended, void, void> {
  const kind = kindOf(path);
  const fresh = (part: number, name = partOf(path, part)): Place => ({ part, name, at: 0, parse: kind.parser(name) });
  let place = fresh(1);
  while (!signal.aborted) {
    const over = existsSync(partOf(path, place.part + 1)); // asked before reading: nothing is added to this part then
    const { end, size, text } = await readFrom(place.name, place.at, kind.whole, CHUNK);
    if (size < place.at || (place.part > 1 && !existsSync(place.name))) {
      place = fresh(1);
      yield { rows: [], anew: true };
    } else if (text !== '') {
      place = { ...place, at: end };
      const rows = place.parse(text);
      if (rows.length > 0) yield { rows, anew: false };
    } else if (over) place = fresh(place.part + 1);
    else await setTimeout(period, undefined, { signal }).catch(() => undefined);
  }
}

interface Place {
  readonly part: number;
  readonly name: string;
  /** How far the part was read, in bytes. */
  readonly at: number;
  readonly parse: Parser;
}
