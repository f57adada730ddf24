import { type Game, type Profile, bimatrix, symmetricGame, zeroSum } from '../src/index.js';

/** A game with all its equilibria, as the textbooks give them. */
export interface KnownGame {
  readonly name: string;
  readonly game: Game;
  readonly equilibria: readonly Profile[];
}

const both = (strategy: readonly number[]): Profile => [strategy, strategy];
const first = [1, 0];
const second = [0, 1];

/** Osborne and Rubinstein, A Course in Game Theory (1994), chapters 2 and 3; mixed equilibria by making the other indifferent. */
export const knownGames: readonly KnownGame[] = [
  {
    name: 'matching pennies',
    game: zeroSum([
      [1, -1],
      [-1, 1],
    ]),
    equilibria: [both([1 / 2, 1 / 2])],
  },
  {
    name: 'rock, paper, scissors',
    game: zeroSum([
      [0, -1, 1],
      [1, 0, -1],
      [-1, 1, 0],
    ]),
    equilibria: [both([1 / 3, 1 / 3, 1 / 3])],
  },
  { name: "prisoner's dilemma", game: symmetricGame({ T: 5, R: 3, P: 1, S: 0 }), equilibria: [both(second)] },
  {
    name: 'stag hunt',
    game: symmetricGame({ T: 3, R: 4, P: 2, S: 0 }),
    equilibria: [both(first), both(second), both([2 / 3, 1 / 3])],
  },
  {
    name: 'chicken',
    game: symmetricGame({ T: 7, R: 6, P: 0, S: 2 }),
    equilibria: [[first, second], [second, first], both([2 / 3, 1 / 3])],
  },
  {
    name: 'battle of the sexes',
    game: bimatrix({
      row: [
        [2, 0],
        [0, 1],
      ],
      column: [
        [1, 0],
        [0, 2],
      ],
    }),
    equilibria: [
      [first, first],
      [second, second],
      [
        [2 / 3, 1 / 3],
        [1 / 3, 2 / 3],
      ],
    ],
  },
];

export const known = (name: string): Game => knownGames.find((one) => one.name === name)!.game;
