import { defineStop } from '../../contract/definition.js';
import { integer, number } from '../../options/field.js';

/** Stops where the energy has all but ceased to fall. Not convergence: a plateau looks the same. */
export const stalled = defineStop({
  name: 'Stalled',
  meaning: 'stops where the energy has ceased to fall',
  options: {
    drop: number(1e-9, 'a fall below this, relative to max(1, |energy|), is none', { min: 0 }),
    patience: integer(5, 'steps without a fall, in a row', { min: 1 }),
  },
  make: ({ drop, patience }) => ({
    init: () => 0,
    check({ steps, change, point }, idle: number) {
      if (steps === 0) return { state: 0, verdict: null };
      const state = -change < drop * Math.max(1, Math.abs(point.energy)) ? idle + 1 : 0;
      const reason = `the energy fell by less than ${drop} for ${patience} steps`;
      return { state, verdict: state >= patience ? { reason, converged: false } : null };
    },
  }),
});
