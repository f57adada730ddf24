import type { Cell } from '../table/row.js';

/** A row under construction. */
export type Draft = Record<string, Cell>;

/** The columns that rows of one tracker have: every row is made with all of them, which is quicker than to add them. */
export interface RowShape {
  /** A row of nulls, but for the columns that stand. */
  draft(): Draft;
  /** Gives all rows to come one more column. */
  add(name: string): void;
  /** What a column holds in all rows to come; to write what seldom changes into every row would cost more. */
  stand(name: string, value: Cell): void;
}

/** A shape with the given columns to begin with. */
export function rowShape(names: readonly string[]): RowShape {
  // Made anew for each column: an object that grew would be slow to copy.
  let empty: Draft = Object.fromEntries(names.map((name) => [name, null]));
  return {
    draft: () => ({ ...empty }),
    add(name) {
      empty = { ...Object.fromEntries([...Object.keys(empty), name].map((one) => [one, null])), ...empty };
    },
    stand(name, value) {
      empty[name] = value;
    },
  };
}
