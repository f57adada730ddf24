import { CfcError, describe } from '@cfc/core';

/** A mixed strategy: a probability for each action, >= 0, adding up to 1. */
export type Strategy = readonly number[];

/** One strategy for each player, in the order of the game's players. */
export type Profile = readonly Strategy[];

/** How far the sum of a strategy may be from 1. */
const SLACK = 1e-9;

/** The strategy that plays every action alike. */
export const uniformStrategy = (actions: number): Strategy => new Array<number>(actions).fill(1 / actions);

/**
 * Checks that a value is a distribution over so many actions.
 *
 * @throws `INPUT_INVALID` for no list, another length, an entry that is no number >= 0, a sum that is off 1 by more than 1e-9
 */
export function checkStrategy(given: unknown, actions: number, where: string): Strategy {
  const fix = `Give ${actions} probabilities, >= 0, that add up to 1.`;
  if (!Array.isArray(given)) {
    throw new CfcError('INPUT_INVALID', `the strategy is ${describe(given)}`, where, fix);
  }
  if (given.length !== actions) {
    throw new CfcError('INPUT_INVALID', `${given.length} probabilities for ${actions} actions`, where, fix);
  }
  let sum = 0;
  given.forEach((probability: unknown, action) => {
    if (!(typeof probability === 'number' && probability >= 0 && probability < Infinity)) {
      throw new CfcError('INPUT_INVALID', `${describe(probability)} is no probability`, `${where}[${action}]`, fix);
    }
    sum += probability;
  });
  if (Math.abs(sum - 1) > SLACK) {
    throw new CfcError('INPUT_INVALID', `the probabilities add up to ${sum}`, where, fix);
  }
  return given as Strategy;
}
