import type { Rule } from '../contract.js';

/** One penalty coefficient c for all steps. */
export function constant(c: number): Rule {
  return {
    name: 'penalty',
    apply(cell) {
      cell.penalty = c;
      return null;
    },
  };
}
