import type { Schedule } from '../../contract/pieces.js';
import { CfcError, suggestion } from '../../errors.js';
import { defineSchedule } from '../../contract/definition.js';
import { integer, number, numbers } from '../../options/field.js';

/**
 * Homotopy: couplings begin at a share of their weight and grow to all of it, linearly over the first
 * steps: share(t) = start + (1 - start) min(1, t / steps).
 *
 * `terms` sets a start of its own for single terms (local ones too); it multiplies the common one. A key that is none
 * of the system's terms is refused with `NAME_UNKNOWN` when the run begins.
 */
export const ramp = defineSchedule({
  name: 'Ramp',
  meaning: 'lets the weights of the couplings grow from a share to the whole',
  options: {
    start: number(1, 'share at which all couplings begin', { min: 0 }),
    terms: numbers('share at which single terms begin, by term key', { min: 0 }),
    steps: integer(20, 'how many steps the growth takes', { min: 1 }),
  },
  make: ({ start, terms: own, steps }): Schedule<null> => ({
    init(terms) {
      const keys = terms.map(({ key }) => key);
      for (const key of Object.keys(own)) {
        if (!keys.includes(key))
          throw new CfcError('NAME_UNKNOWN', `no term "${key}"`, 'Ramp.terms', suggestion(key, keys));
      }
      return null;
    },
    weights(iteration, terms) {
      const progress = Math.min(1, iteration / steps);
      const share = (from: number): number => from + (1 - from) * progress;
      return Float64Array.from(terms, ({ key, kind }) => (kind === 'coup' ? share(start) : 1) * share(own[key] ?? 1));
    },
  }),
});
