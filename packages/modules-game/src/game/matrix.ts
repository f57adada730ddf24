import { CfcError, describe } from '@cfc/core';

/** Payoffs: entry [i][j] is what a player gets where the first player takes action i and the second action j. */
export type Matrix = readonly (readonly number[])[];

/**
 * Checks payoffs, and gives a frozen copy.
 *
 * @param given rows of one length, at least one of at least one finite number
 * @throws `INPUT_INVALID` for no list of rows, no rows, an empty row, a row of another length than the first, an entry that is no
 * finite number: with its place
 */
export function checkMatrix(given: unknown, where: string): Matrix {
  if (!Array.isArray(given) || given.length === 0) {
    const what = `the payoffs are ${describe(given)}`;
    throw new CfcError('INPUT_INVALID', what, where, 'Give a list of rows, one for each action of the first player.');
  }
  const rows: readonly unknown[] = given;
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  return Object.freeze(rows.map((row, i) => checkRow(row, width, `${where}[${i}]`)));
}

function checkRow(row: unknown, width: number, where: string): readonly number[] {
  if (!Array.isArray(row) || row.length === 0) {
    const fix = 'Give a list of numbers, one for each action of the second player.';
    throw new CfcError('INPUT_INVALID', `the row is ${describe(row)}`, where, fix);
  }
  if (row.length !== width) {
    const what = `the rows are ragged: ${row.length} payoffs where the first row has ${width}`;
    throw new CfcError('INPUT_INVALID', what, where, 'Give rows of one length.');
  }
  row.forEach((payoff: unknown, j) => {
    if (typeof payoff === 'number' && Number.isFinite(payoff)) return;
    const what = `the payoff ${describe(payoff)} is not a finite number`;
    throw new CfcError('INPUT_INVALID', what, `${where}[${j}]`, 'Give finite numbers.');
  });
  return Object.freeze([...(row as readonly number[])]);
}

/** Rows and columns, as a text: "2 x 3". */
export const shapeOf = (matrix: Matrix): string => `${matrix.length} x ${matrix[0]!.length}`;
