import { uniform } from '@cfc/core';
import { type Bimatrix, type Game, type Matrix, type Profile, bimatrix, polymatrix } from '@cfc/modules-game';
import type { Interests, Structure } from './cell.js';
import { barabasiAlbert, ring } from './graph.js';

const PLAYERS = 12;
const ACTIONS = 3;

/** A random game, the same for the same arguments. All payoffs are drawn from (0, 1). */
export function randomGame(structure: Structure, interests: Interests, seed: number): Game {
  if (structure === '2 x 2' || structure === '4 x 4') {
    return bimatrix(randomPair(interests, structure === '2 x 2' ? 2 : 4, seed, 0));
  }
  const name = (player: number): string => `p${player}`;
  const pairs = structure === 'ring' ? ring(PLAYERS) : barabasiAlbert(PLAYERS, seed);
  return polymatrix({
    players: Object.fromEntries(Array.from({ length: PLAYERS }, (_, player) => [name(player), ACTIONS])),
    edges: pairs.map(([a, b], edge) => ({
      between: [name(a), name(b)] as const,
      ...randomPair(interests, ACTIONS, seed, edge),
    })),
  });
}

/**
 * Payoffs of one pair: zero-sum, B = 1 - A; potential, A = Φ + f(column's action), B = Φ + g(row's action); coordination, at least
 * 1/2 for the same action and 0 else; general-sum, A and B independent.
 */
function randomPair(interests: Interests, actions: number, seed: number, edge: number): Bimatrix {
  const drawn = (which: number): Matrix =>
    matrixOf(actions, (i, j) => uniform(seed, 1000 + 10 * edge + which, i * actions + j));
  const first = drawn(0);
  switch (interests) {
    case 'zero-sum':
      return { row: first, column: mapped(first, (payoff) => 1 - payoff) };
    case 'potential': {
      const [f, g] = [drawn(1)[0]!, drawn(2)[0]!];
      return {
        row: mapped(first, (payoff, _i, j) => payoff + f[j]!),
        column: mapped(first, (payoff, i) => payoff + g[i]!),
      };
    }
    case 'coordination': {
      const agreed = (payoff: number, i: number, j: number): number => (i === j ? (1 + payoff) / 2 : 0);
      return { row: mapped(first, agreed), column: mapped(drawn(1), agreed) };
    }
    case 'general-sum':
      return { row: first, column: drawn(1) };
  }
}

const matrixOf = (size: number, entry: (i: number, j: number) => number): Matrix =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => entry(i, j)));

const mapped = (matrix: Matrix, entry: (payoff: number, i: number, j: number) => number): Matrix =>
  matrix.map((row, i) => row.map((payoff, j) => entry(payoff, i, j)));

/** Strategies drawn evenly from the simplex, by exponential variates. */
export const randomStart = (game: Game, seed: number): Profile =>
  game.actions.map((count, player) => {
    const shares = Array.from({ length: count }, (_, action) => -Math.log(uniform(seed, 100 + player, action)));
    const sum = shares.reduce((total, share) => total + share, 0);
    return shares.map((share) => share / sum);
  });
