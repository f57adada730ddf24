import type { Matrix } from './matrix.js';

/** A game of two of the players: `row` and `column` are their payoffs where `first` plays i and `second` plays j. */
export interface PairGame {
  /** Index of the player whose actions are the rows. */
  readonly first: number;
  /** Index of the player whose actions are the columns. */
  readonly second: number;
  readonly row: Matrix;
  readonly column: Matrix;
}

/**
 * A game of any number of players, each of whom plays one strategy against all neighbours and gets the sum of the payoffs: a
 * polymatrix game. Two players make it a bimatrix game. Plain frozen data, checked when it is made by `bimatrix`, `zeroSum`,
 * `symmetricGame` or `polymatrix`.
 */
export interface Game<Name extends string = string> {
  /** The players' names; everything that is given for each player is in this order. */
  readonly players: readonly Name[];
  /** How many actions each has. */
  readonly actions: readonly number[];
  /** Largest minus smallest payoff that each can get from pure play: the most that a regret can be. */
  readonly spans: readonly number[];
  readonly pairs: readonly PairGame[];
}
