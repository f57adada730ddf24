import { type Vector, CfcError, checkEta, describe } from '@cfc/core';
import type { Query } from './proposer.js';

/**
 * The features of a problem as a list, to be kept.
 *
 * @param length how many there have to be; any number where null
 * @throws `INPUT_INVALID` for another number of features, or one that is not finite
 */
export function checkedFeatures(features: ArrayLike<number>, length: number | null, where: string): number[] {
  const list = Array.from(features);
  if (length !== null && list.length !== length) {
    const what = `${list.length} features, after problems with ${length}`;
    throw new CfcError('INPUT_INVALID', what, `${where}.features`, 'Give every problem the same features.');
  }
  list.forEach((value, k) => {
    if (Number.isFinite(value)) return;
    const what = `a feature is ${describe(value)}`;
    throw new CfcError('INPUT_INVALID', what, `${where}.features[${k}]`, 'Give finite numbers.');
  });
  // -0 would come back from JSON as 0.
  return list.map((value) => value + 0);
}

/**
 * A solution as a list, to be kept.
 *
 * @throws `INPUT_INVALID` for a number of order parameters that is not the system's, or one outside [0, 1]
 */
export function checkedSolution({ system }: Query, solution: Vector): number[] {
  return Array.from(checkEta(system, solution), (value) => value + 0);
}

/** Throws `INPUT_INVALID` where what was learnt is of systems of another size. */
export function checkSize({ system }: Query, learnt: number, where: string): void {
  if (learnt === system.size) return;
  const what = `solutions of ${learnt} modules were learnt, and the system has ${system.size}`;
  throw new CfcError('INPUT_INVALID', what, where, 'Use a proposer of its own for each system.');
}
