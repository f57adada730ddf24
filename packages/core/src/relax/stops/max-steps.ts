import { defineStop } from '../../contract/definition.js';
import { integer } from '../../options/field.js';

/** Stops after a number of steps, refused ones included. Not convergence. */
export const maxSteps = defineStop({
  name: 'MaxSteps',
  meaning: 'stops after a number of steps',
  options: { steps: integer(100, 'how many steps', { min: 0 }) },
  make: ({ steps }) => ({
    init: () => null,
    check: (seen, state: null) => ({
      state,
      verdict: seen.steps >= steps ? { reason: `${steps} steps are done`, converged: false } : null,
    }),
  }),
});
