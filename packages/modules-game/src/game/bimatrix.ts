import { CfcError } from '@cfc/core';
import type { Game } from './game.js';
import { makeGame } from './make-game.js';
import { type Matrix, checkMatrix, shapeOf } from './matrix.js';

/** Payoffs of a game of two. */
export interface Bimatrix {
  /** What the row player gets: [i][j] where row plays i and column plays j. */
  readonly row: Matrix;
  /** What the column player gets at the same places, so of the same shape. */
  readonly column: Matrix;
}

/**
 * A game of two players, `row` and `column`, with m and n actions.
 *
 * @param given payoffs of both, each m x n
 * @throws `INPUT_INVALID` for payoffs that are no matrix, are not finite, or differ in shape
 *
 * @example
 * const penalties = bimatrix({ row: [[0.6, 0.9], [0.9, 0.7]], column: [[0.4, 0.1], [0.1, 0.3]] });
 */
export function bimatrix(given: Bimatrix): Game<'row' | 'column'> {
  const { row, column } = checkBimatrix(given, 'bimatrix.');
  return makeGame(['row', 'column'], [row.length, row[0]!.length], [{ first: 0, second: 1, row, column }]);
}

/** Checks the payoffs of a game of two; `where` stands before the names of the two matrices. */
export function checkBimatrix(given: { readonly row?: unknown; readonly column?: unknown }, where: string): Bimatrix {
  const row = checkMatrix(given.row, `${where}row`);
  const column = checkMatrix(given.column, `${where}column`);
  if (shapeOf(row) === shapeOf(column)) return { row, column };
  throw new CfcError(
    'INPUT_INVALID',
    `the column player's payoffs are ${shapeOf(column)}, the row player's ${shapeOf(row)}`,
    `${where}column`,
    "Give both players' payoffs at [row's action][column's action]; transpose those seen from the other side.",
  );
}
