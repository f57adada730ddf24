import { CfcError, type Vector, describe } from '@cfc/core';

/**
 * What a unit of each term costs in each row, as a sparse matrix: term t costs `cost[e]` in row `row[e]` for the entries e
 * from `start[t]` to `start[t + 1]`, and nothing in all other rows.
 */
export interface TermRows {
  /** One more than there are terms, ascending from 0. */
  readonly start: Int32Array;
  /** Distinct within a term. */
  readonly row: Int32Array;
  /** >= 0; an infinite one rules its term out. */
  readonly cost: Vector;
}

/** Throws `INPUT_INVALID` where the costs of `terms` terms do not fit `rows` rows. */
export function checkTermRows({ start, row, cost }: TermRows, terms: number, rows: number): void {
  const refuse = (what: string, where: string, fix: string): never => {
    throw new CfcError('INPUT_INVALID', what, `allocate.costs.${where}`, fix);
  };
  if (start.length !== terms + 1 || start[0] !== 0 || start[terms] !== row.length) {
    refuse(`${start.length} starts for ${terms} terms`, 'start', 'Give one more than terms, from 0 to row.length.');
  }
  for (let t = 0; t < terms; t++) {
    if (!(start[t + 1]! >= start[t]!)) refuse(`falls after term ${t}`, 'start', 'Give ascending starts.');
  }
  if (cost.length !== row.length)
    refuse(`${cost.length} costs for ${row.length} rows`, 'cost', 'Give one for each entry.');
  const last = new Int32Array(rows).fill(-1);
  for (let t = 0; t < terms; t++) {
    for (let e = start[t]!; e < start[t + 1]!; e++) {
      const i = row[e]!;
      if (!(i >= 0 && i < rows)) refuse(`row ${i} of ${rows}`, 'row', 'Rows count from 0.');
      if (last[i] === t) refuse(`term ${t} names row ${i} twice`, 'row', 'Add the costs of a row up.');
      last[i] = t;
      if (!(cost[e]! >= 0)) refuse(`the cost ${describe(cost[e])} of term ${t}`, 'cost', 'A cost is a number >= 0.');
    }
  }
}
