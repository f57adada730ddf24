import type { Cell, Row } from '../table/row.js';

/** A row under construction: every column of a tracker is there, so that rows have one shape and are quick to copy. */
export type Draft = Record<string, Cell>;

/** A row with the given columns, all null. */
export function templateOf(names: readonly string[]): Row {
  return Object.freeze(Object.fromEntries(names.map((name) => [name, null])));
}

/** A copy to fill in. */
export const draftOf = (template: Row): Draft => ({ ...template });
