import type { Rule } from '../contract.js';

/** Plain dual ascent: λ ← (1 - ρ) λ + η e. */
export const ascent: Rule = {
  name: 'ascent',
  apply(cell) {
    cell.multiplier = cell.keep * cell.multiplier + cell.rate * cell.error;
    return null;
  },
};
