import type { Rule } from '../contract.js';

/**
 * Dual restarts: λ ← 0 as soon as the constraint is strictly met (v < 0).
 *
 * Takes the overshoot that λ gathered while the constraint was not met yet. Not for problems in which the constraint is active at the
 * end: λ is then thrown away again and again. Source: J. Gallego-Posada et al., NeurIPS 2022, arXiv:2208.04425.
 */
export const restart: Rule = {
  name: 'restart',
  apply(cell) {
    if (!(cell.violation < 0)) return null;
    cell.multiplier = 0;
    return 'restart';
  },
};
