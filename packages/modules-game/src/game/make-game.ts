import type { Game, PairGame } from './game.js';
import type { Matrix } from './matrix.js';

/** Puts a game together from parts that have been checked. */
export function makeGame<Name extends string>(
  players: readonly Name[],
  actions: readonly number[],
  pairs: readonly PairGame[],
): Game<Name> {
  return Object.freeze({
    players: Object.freeze(players),
    actions: Object.freeze(actions),
    spans: Object.freeze(spansOf(actions, pairs)),
    pairs: Object.freeze(pairs.map((pair) => Object.freeze(pair))),
  });
}

/** The best action against the kindest neighbours, minus the worst against the unkindest. */
function spansOf(actions: readonly number[], pairs: readonly PairGame[]): readonly number[] {
  const most = actions.map((count) => new Array<number>(count).fill(0));
  const least = actions.map((count) => new Array<number>(count).fill(0));
  const add = (player: number, action: number, payoffs: readonly number[]): void => {
    most[player]![action]! += Math.max(...payoffs);
    least[player]![action]! += Math.min(...payoffs);
  };
  for (const { first, second, row, column } of pairs) {
    row.forEach((payoffs, i) => add(first, i, payoffs));
    transposed(column).forEach((payoffs, j) => add(second, j, payoffs));
  }
  return actions.map((_, player) => Math.max(...most[player]!) - Math.min(...least[player]!));
}

/** Entry [j][i] is entry [i][j] of the matrix. */
export const transposed = (matrix: Matrix): Matrix => matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));
