import type { Plain, Rule } from '../contract.js';
import type { GeometricSettings } from './options.js';

/** c ← min(c_max, factor · c) after every period of accepted values. */
export function geometric({ c: first, factor, every, max }: GeometricSettings, state?: Plain): Rule {
  let { c, count } = (state ?? { c: first, count: 0 }) as { readonly c: number; readonly count: number };
  return {
    name: 'penalty',
    apply(cell) {
      if (count === every) {
        c = Math.min(max, factor * c);
        count = 0;
      }
      count++;
      cell.penalty = c;
      return null;
    },
    state: () => ({ c, count }),
  };
}
