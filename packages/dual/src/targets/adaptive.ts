import { CfcError, integer, neededNumber, number, type Options } from '@cfc/core';
import type { Plain } from '../contract.js';
import type { TargetRule } from './rule.js';

export const adaptiveFields = {
  start: neededNumber('the loose target that it begins with'),
  goal: neededNumber('the tight target that it is to reach'),
  every: integer(100, 'accepted values between two decisions', { min: 1 }),
  success: number(0.9, 'share of values that met the target, from which on it tightens', { min: 0, max: 1 }),
  failure: number(0.5, 'share below which it loosens', { min: 0, max: 1 }),
  tighten: number(0.2, 'share of the way to the goal that one decision goes', { above: 0, max: 1 }),
  loosen: number(0.1, 'share of the way back to the start', { min: 0, max: 1 }),
};

interface AdaptiveState {
  readonly target: number;
  readonly seen: number;
  readonly met: number;
}

/**
 * Curriculum by success: after every `every` values the target moves towards the goal where at least `success` of them met
 * it, c ← c + tighten (goal - c), and back where fewer than `failure` did, c ← c + loosen (start - c).
 *
 * With `start` above `goal` a value meets the target from below, else from above. Options: `start`, `goal` needed; `every`
 * >= 1 (100), `success` (0.9), `failure` (0.5), `tighten` in (0, 1] (0.2), `loosen` in [0, 1] (0.1).
 */
export function adaptive(options: Options<typeof adaptiveFields>, state?: Plain, where = 'target'): TargetRule {
  const { start, goal, every, success, failure, tighten, loosen } = options;
  if (failure > success) {
    const what = `failure ${failure} lies above success ${success}`;
    throw new CfcError('OPTION_INVALID', what, where, 'Give a failure of at most success.');
  }
  let { target, seen, met } = stateOf(state, start, where);
  return {
    at: () => target,
    observe(_raw, normalized) {
      seen++;
      if (start >= goal ? normalized <= target : normalized >= target) met++;
      if (seen < every) return;
      if (met >= success * seen) target += tighten * (goal - target);
      else if (met < failure * seen) target += loosen * (start - target);
      [seen, met] = [0, 0];
    },
    state: () => ({ target, seen, met }),
  };
}

function stateOf(state: Plain | undefined, start: number, where: string): AdaptiveState {
  if (state === undefined) return { target: start, seen: 0, met: 0 };
  const given = state as unknown as AdaptiveState | null;
  if ([given?.target, given?.seen, given?.met].every(Number.isFinite)) return given!;
  throw new CfcError('INPUT_INVALID', 'no state of an adaptive target', where, 'Give what state() returned.');
}
