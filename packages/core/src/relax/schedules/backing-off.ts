import type { Schedule } from '../../contract/pieces.js';
import { defineSchedule } from '../../contract/definition.js';
import { integer, number } from '../../options/field.js';
import { neededPiece } from '../../options/piece-field.js';

interface State {
  readonly inner: unknown;
  /** Refusals since the last backing off. */
  readonly refusals: number;
  /** How often it has backed off. */
  readonly times: number;
}

/**
 * Lowers the start of another schedule whenever steps are refused, and lets the run try again.
 *
 * A term that the inner schedule starts at s < 1 starts at s' = max(floor, s · factorⁿ) after n times,
 * and its share m becomes 1 - (1 - m)(1 - s') / (1 - s). It gives up once no start is left to lower.
 */
export const backingOff = defineSchedule({
  name: 'BackingOff',
  meaning: 'lowers the start of another schedule when steps are refused',
  options: {
    schedule: neededPiece<Schedule>('schedule', 'the schedule whose start is lowered'),
    factor: number(0.5, 'factor on the start each time', { above: 0, below: 1 }),
    floor: number(0.05, 'lowest start', { min: 0, max: 1 }),
    patience: integer(1, 'refusals before it backs off', { min: 1 }),
  },
  make: ({ schedule, factor, floor, patience }): Schedule<State> => {
    const lowered = (start: number, times: number): number => Math.min(start, Math.max(floor, start * factor ** times));
    return {
      init: (terms) => ({ inner: schedule.init(terms), refusals: 0, times: 0 }),
      weights(iteration, terms, { inner, times }) {
        const starts = schedule.weights(0, terms, inner);
        return schedule.weights(iteration, terms, inner).map((share, t) => {
          const start = starts[t]!;
          return start < 1 ? 1 - ((1 - share) * (1 - lowered(start, times))) / (1 - start) : share;
        });
      },
      refused(state, terms) {
        const refusals = state.refusals + 1;
        if (refusals < patience) return { ...state, refusals };
        const times = state.times + 1;
        const starts = schedule.weights(0, terms, state.inner);
        const gentler = starts.some((start) => start < 1 && lowered(start, times) < lowered(start, state.times));
        return gentler ? { ...state, refusals: 0, times } : null;
      },
    };
  },
});
