import type { Rule } from '../contract.js';

/**
 * Asynchronous multipliers: λ moves at every k-th step only, at t = offset, offset + k, ...
 *
 * Several primal steps for each dual step, or constraints that take turns.
 */
export function stagger(every: number, offset: number): Rule {
  return {
    name: 'stagger',
    apply: ({ step }) => (step >= offset && (step - offset) % every === 0 ? null : 'staggered'),
  };
}
