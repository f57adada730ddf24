import type { Vector } from '@cfc/core';

/** True while multipliers may still rise: the first half of the way. */
export function rising(call: number, anneal: number): boolean {
  return anneal === 0 || 2 * call <= anneal;
}

/** One step of the way back: m ← m^(k / (k + 1)) with k calls left, so that ln m falls evenly and m is 1 at the last. */
export function annealed(multipliers: Vector, call: number, anneal: number): Vector {
  const left = Math.max(0, anneal - call);
  return multipliers.map((multiplier) => (left === 0 ? 1 : multiplier ** (left / (left + 1))));
}
