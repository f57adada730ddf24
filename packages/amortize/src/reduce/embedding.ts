import { CfcError, type Vector, describe } from '@cfc/core';

/**
 * η = P ξ + c: which variable ξ each module follows, and where the others are held. P has at most one 1 in each row, 0 else.
 */
export interface Embedding {
  /** How many variables there are, at least 1. */
  readonly size: number;
  /** The modules that follow a variable. */
  readonly rows: Int32Array;
  /** For each module the variable that it follows; -1 where it is held. */
  readonly of: Int32Array;
  /** Where modules are held; what the others have here is not looked at. */
  readonly held: Vector;
}

/**
 * Each of `rows` a variable of its own, all others held where they are in `eta`.
 *
 * @throws `INPUT_INVALID` for no rows, one that is none, or one twice
 */
export function holdingAllBut(rows: Int32Array, eta: Vector): Embedding {
  const refuse = (what: string): never => {
    throw new CfcError('INPUT_INVALID', what, 'holdingAllBut', `Give different numbers from 0 to ${eta.length - 1}.`);
  };
  if (rows.length === 0) refuse('there are no rows');
  const of = new Int32Array(eta.length).fill(-1);
  rows.forEach((row, v) => {
    if (of[row] === undefined) refuse(`there is no row ${row}`);
    if (of[row] !== -1) refuse(`row ${row} is there twice`);
    of[row] = v;
  });
  return { size: rows.length, rows, of, held: eta };
}

/**
 * One variable for each group; `of` has the group of each module.
 *
 * @throws `INPUT_INVALID` for a group that is none, or one without modules
 */
export function joining(of: Int32Array, size: number): Embedding {
  const counts = new Int32Array(size);
  of.forEach((group, i) => {
    if (counts[group] === undefined) {
      const what = `module ${i} is in the group ${describe(group)} of ${size}`;
      throw new CfcError('INPUT_INVALID', what, 'joining', 'Number groups from 0.');
    }
    counts[group]++;
  });
  const empty = counts.indexOf(0);
  if (empty >= 0) {
    throw new CfcError('INPUT_INVALID', `group ${empty} has no module`, 'joining', 'Leave out empty groups.');
  }
  return { size, rows: of.map((_, i) => i), of, held: new Float64Array(of.length) };
}
