import { CfcError, type Given, fill, integer, number } from '@cfc/core';
import { competenceAt, competenceFields } from './competence.js';

/** How the open share of a curriculum grows. Pure functions over a state of plain data. */
export interface Pace<S = unknown> {
  init(): S;
  /** The open share, in (0, 1]. */
  level(state: S): number;
  /** The state after a problem was tried. */
  told(success: boolean, state: S): S;
}

/**
 * Grows with the number of problems tried, whatever became of them; see `competence`.
 *
 * @param given `start` in (0, 1] (0.1), `steps` >= 1 (20), `power` >= 0 (2)
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`
 */
export function bySteps(given?: Given<typeof competenceFields>): Pace<number> {
  const options = fill(competenceFields, given, 'bySteps');
  return Object.freeze<Pace<number>>({
    init: () => 0,
    level: (tried) => competenceAt(tried, options),
    told: (_success, tried) => tried + 1,
  });
}

const fields = {
  start: number(0.1, 'level at the beginning, and the lowest', { above: 0, max: 1 }),
  window: integer(10, 'problems after which the level is looked at', { min: 1 }),
  raise: number(0.8, 'share of successes from which on it rises', { min: 0, max: 1 }),
  lower: number(0.5, 'share of successes below which it falls', { min: 0, max: 1 }),
  change: number(0.1, 'what it rises or falls by', { above: 0, max: 1 }),
};

/** The level, and the problems since it was last looked at. Plain data. */
export interface Progress {
  readonly level: number;
  readonly tried: number;
  readonly solved: number;
}

/**
 * Grows with success: after each `window` problems the level rises by `change` where the share of successes was at least
 * `raise`, falls by it where that was below `lower`, and stays in between; within [start, 1].
 *
 * @param given `start` in (0, 1] (0.1), `window` >= 1 (10), `raise` in [0, 1] (0.8), `lower` in [0, 1] (0.5), `change` in
 * (0, 1] (0.1)
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, also where `lower` lies above `raise`
 */
export function bySuccess(given?: Given<typeof fields>): Pace<Progress> {
  const { start, window, raise, lower, change } = fill(fields, given, 'bySuccess');
  if (lower > raise) {
    const what = `lower ${lower} lies above raise ${raise}`;
    throw new CfcError('OPTION_INVALID', what, 'bySuccess.lower', 'Give one of at most raise.');
  }
  return Object.freeze<Pace<Progress>>({
    init: () => ({ level: start, tried: 0, solved: 0 }),
    level: ({ level }) => level,
    told(success, { level, tried, solved }) {
      const [count, good] = [tried + 1, solved + (success ? 1 : 0)];
      if (count < window) return { level, tried: count, solved: good };
      const rate = good / count;
      const step = rate >= raise ? change : rate < lower ? -change : 0;
      return { level: Math.min(1, Math.max(start, level + step)), tried: 0, solved: 0 };
    },
  });
}
