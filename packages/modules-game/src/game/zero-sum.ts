import { bimatrix } from './bimatrix.js';
import type { Game } from './game.js';
import { type Matrix, checkMatrix } from './matrix.js';

/**
 * The game of two players in which one gets what the other loses: column = -row.
 *
 * @param row what the row player gets, m x n
 * @throws `INPUT_INVALID` as `bimatrix` does
 */
export function zeroSum(row: Matrix): Game<'row' | 'column'> {
  const checked = checkMatrix(row, 'zeroSum.row');
  // 0 - x, so that no payoff is -0.
  return bimatrix({ row: checked, column: checked.map((payoffs) => payoffs.map((payoff) => 0 - payoff)) });
}
