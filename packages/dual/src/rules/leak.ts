import type { Rule } from '../contract.js';

/**
 * Leaks: λ ← (1 - ρ) λ + ..., so that λ forgets what it gathered long ago.
 *
 * It rests where ρ λ = η e, so a permanent violation of ρλ/η stays: the leak is a quadratic slack of price η/ρ. Every step reports it
 * as `leakBias`.
 *
 * @param rho ρ in [0, 1)
 */
export function leak(rho: number): Rule {
  return {
    name: 'leak',
    apply(cell) {
      cell.keep = 1 - rho;
      return null;
    },
  };
}
