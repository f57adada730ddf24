import type { Vector } from '@cfc/core';
import type { Proposer, Query } from './proposer.js';

/**
 * A proposer that learns nothing: your own rule, in one line.
 *
 * @param rule order parameters in [0, 1] for a problem, or null
 * @param visits coupling visits that the rule takes; 0 where none are given
 *
 * @example
 * const closed = heuristic(({ system }) => new Float64Array(system.size));
 */
export function heuristic(
  rule: (query: Query) => Vector | null,
  visits: (query: Query) => number = () => 0,
): Proposer<null> {
  return Object.freeze<Proposer<null>>({
    init: () => null,
    propose(query) {
      const eta = rule(query);
      return eta === null ? null : { eta, visits: visits(query) };
    },
    learn: () => null,
  });
}
