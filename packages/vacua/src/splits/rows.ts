import type { Id } from './split.js';

/** A row of a table, of which a split needs no more than its name. */
export interface Row {
  readonly id: Id;
}

/** Their names. */
export const idsOf = (rows: readonly Row[]): Id[] => rows.map(({ id }) => id);

/** Rows by a name of theirs. */
export function grouped<R>(rows: readonly R[], nameOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name)!.push(row);
  }
  return groups;
}
