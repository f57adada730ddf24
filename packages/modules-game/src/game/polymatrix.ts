import { CfcError, describe, suggestion } from '@cfc/core';
import { type Bimatrix, checkBimatrix } from './bimatrix.js';
import type { Game, PairGame } from './game.js';
import { makeGame } from './make-game.js';
import { shapeOf } from './matrix.js';

/** A game of two neighbours: the first one's actions are the rows. */
export interface PolymatrixEdge<Name extends string = string> extends Bimatrix {
  readonly between: readonly [Name, Name];
}

/** Players and the games that they play in pairs. */
export interface Polymatrix<Name extends string = string> {
  /** How many actions each player has, by name. */
  readonly players: Readonly<Record<Name, number>>;
  readonly edges: readonly PolymatrixEdge<NoInfer<Name>>[];
}

/**
 * A game on a graph: every player plays one strategy in the games of all its edges, and gets the sum. Numbers of actions are
 * whole and >= 1; an edge joins two different players, and several edges of one pair add up.
 *
 * @throws `INPUT_INVALID` for a number of actions that is none, an edge to a player that is not there or to itself, payoffs that
 * `bimatrix` would refuse or that do not fit the players' actions: with the edge's place
 *
 * Source: Yanovskaya, Equilibrium points in polymatrix games, Litovskii Matematicheskii Sbornik 8 (1968) 381.
 */
export function polymatrix<Name extends string>({ players, edges }: Polymatrix<Name>): Game<Name> {
  const names = Object.keys(players ?? {}) as Name[];
  if (names.length === 0) {
    const fix = 'Give the number of actions of each player, by name.';
    throw new CfcError('INPUT_INVALID', 'there are no players', 'polymatrix.players', fix);
  }
  for (const name of names) checkActions(players[name], `polymatrix.players.${name}`);
  if (!Array.isArray(edges)) {
    throw new CfcError('INPUT_INVALID', `edges are ${describe(edges)}`, 'polymatrix.edges', 'Give a list of edges.');
  }
  const pairs = edges.map((edge, e) => checkEdge(edge, players, names, `polymatrix.edges[${e}]`));
  return makeGame(
    names,
    names.map((name) => players[name]),
    pairs,
  );
}

function checkActions(actions: unknown, where: string): void {
  if (typeof actions === 'number' && Number.isInteger(actions) && actions >= 1) return;
  throw new CfcError('INPUT_INVALID', `${describe(actions)} actions`, where, 'Give a whole number, at least 1.');
}

function checkEdge(
  edge: PolymatrixEdge,
  players: Polymatrix['players'],
  names: readonly string[],
  where: string,
): PairGame {
  const between: unknown = edge.between;
  if (!Array.isArray(between) || between.length !== 2 || between[0] === between[1]) {
    const what = `the edge joins ${Array.isArray(between) ? between.map(describe).join(' and ') : describe(between)}`;
    throw new CfcError('INPUT_INVALID', what, `${where}.between`, 'Give the names of two different players.');
  }
  const [first, second] = [0, 1].map((end) => indexOf(between[end], names, `${where}.between[${end}]`)) as [
    number,
    number,
  ];
  const { row, column } = checkBimatrix(edge, `${where}.`);
  const expected = between.map((name: string) => players[name]).join(' x ');
  if (shapeOf(row) !== expected) {
    const what = `the payoffs are ${shapeOf(row)}, the actions of ${between.join(' and ')} are ${expected}`;
    throw new CfcError('INPUT_INVALID', what, `${where}.row`, 'Give a row for each action of the first player.');
  }
  return { first, second, row, column };
}

function indexOf(name: unknown, names: readonly string[], where: string): number {
  const index = names.indexOf(name as string);
  if (index >= 0) return index;
  throw new CfcError(
    'INPUT_INVALID',
    `there is no player ${describe(name)}`,
    where,
    suggestion(typeof name === 'string' ? name : '', names),
  );
}
