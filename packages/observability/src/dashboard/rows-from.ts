import { setImmediate } from 'node:timers/promises';
import { readFrom } from '../runs/read-from.js';
import { kindOf } from '../table/kind.js';
import { partAt } from './parts.js';
import { type Parsed, rowParser } from './row-parser.js';

/** Where in a table a record begins. */
export interface Place {
  /** Number of the part, from 1. */
  readonly part: number;
  /** In bytes of it. */
  readonly at: number;
}

/** Rows that stand next to each other. */
export interface Stretch extends Parsed {
  readonly from: Place;
  readonly to: Place;
}

/** Of every table. */
export const beginning: Place = Object.freeze({ part: 1, at: 0 });

const CHUNK = 1 << 18;

/** The rows from a place on to the end of what there is, all parts, a few hundred at a time; a record without an end is left. */
export async function* rowsFrom(path: string, { part, at }: Place): AsyncGenerator<Stretch, void, void> {
  const kind = kindOf(path);
  for (; ; part++, at = 0) {
    const file = partAt(path, part);
    if (file === null) return;
    const over = partAt(path, part + 1) !== null; // asked before reading: nothing is added to this part then
    const parse = await rowParser(file.name, kind, at);
    for (;;) {
      const { end, text } = await readFrom(file.name, at, kind.whole, CHUNK);
      if (text === '') break;
      yield { from: { part, at }, to: { part, at: end }, ...parse(text) };
      at = end;
      await setImmediate();
    }
    if (!over) return;
  }
}
