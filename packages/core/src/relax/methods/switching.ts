import type { Method, Step } from '../../contract/pieces.js';
import { defineMethod } from '../../contract/definition.js';
import { integer, number } from '../../options/field.js';
import { neededPiece } from '../../options/piece-field.js';

interface State {
  /** Steps of the burst that are left; 0 while the main method runs. */
  readonly left: number;
  /** Steps of the main method in a row that gained less than `drop`. */
  readonly idle: number;
  /** Whether the last step was one of the main method. */
  readonly main: boolean;
  /** `due` right after a refusal, `made` while the step that followed it is judged. */
  readonly retry: 'no' | 'due' | 'made';
  readonly inner: unknown;
}

/**
 * Two methods in turn: a burst of one, then the other until it stalls, then a burst again. With
 * `Coordinate` for the burst and `Descent` for the rest this is the prototype's adaptive coordinate descent.
 * After a refusal the other method is tried; a second refusal in a row ends the run. Facts: `burst`.
 */
export const switching = defineMethod({
  name: 'Switching',
  meaning: 'bursts of one method whenever the other stalls',
  options: {
    burst: neededPiece<Method>('method', 'the method of the bursts, with which it begins'),
    main: neededPiece<Method>('method', 'the method in between'),
    length: integer(30, 'steps of a burst', { min: 1 }),
    drop: number(1e-5, 'a fall of the energy below this counts as a stall', { above: 0 }),
    patience: integer(5, 'stalled steps in a row before a burst', { min: 1 }),
  },
  make: ({ burst, main, length, drop, patience }): Method<State> => ({
    requires: [...(burst.requires ?? []), ...(main.requires ?? [])],
    init: (task, start) => ({ left: length, idle: 0, main: false, retry: 'no', inner: burst.init(task, start) }),
    step(task, from, before): Step<State> {
      let { left, idle, inner } = before;
      if (left === 0 && idle >= patience) [left, idle, inner] = [length, 0, burst.init(task, from)];
      else if (left === 0 && !before.main) inner = main.init(task, from);
      const bursting = left > 0;
      const step = (bursting ? burst : main).step(task, from, inner);
      const gain = bursting || step.to === null ? 0 : -task.difference(from, step.to);
      const state: State = {
        ...(bursting ? { left: left - 1, idle: 0 } : { left, idle: gain < drop ? idle + 1 : 0 }),
        main: !bursting,
        retry: before.retry === 'due' ? 'made' : 'no',
        inner: step.state,
      };
      return { ...step, state, facts: { ...step.facts, burst: bursting ? 1 : 0 } };
    },
    refused(state) {
      if (state.retry === 'made') return null;
      const other = state.main ? { idle: patience } : { left: 0 };
      return { ...state, ...other, retry: 'due' };
    },
  }),
});
