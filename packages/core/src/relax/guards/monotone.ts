import { defineGuard } from '../../contract/definition.js';
import { number } from '../../options/field.js';

/**
 * Accepts a candidate only where the energy does not rise.
 *
 * The difference is taken term by term where the totals would cancel, so that it can be told at any
 * size; with tolerance 0 what remains is the rounding of single terms.
 */
export const monotone = defineGuard({
  name: 'Monotone',
  meaning: 'refuses every step that raises the energy',
  options: { tolerance: number(0, 'rise that is let pass', { min: 0 }) },
  make: ({ tolerance }) => ({
    check(task, from, to) {
      const rise = task.difference(from, to);
      return rise <= tolerance
        ? { accept: true }
        : { accept: false, reason: `the energy would rise by ${rise.toExponential(2)}` };
    },
  }),
});
