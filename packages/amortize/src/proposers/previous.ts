import type { Proposer } from './proposer.js';
import { checkSize, checkedSolution } from './checked.js';

/** The last solution; null before the first. For problems that change little from one to the next. */
export function previous(): Proposer<readonly number[] | null> {
  return Object.freeze<Proposer<readonly number[] | null>>({
    init: () => null,
    propose(query, last) {
      if (last === null) return null;
      checkSize(query, last.length, 'previous');
      return { eta: Float64Array.from(last), visits: 0 };
    },
    learn: (query, solution) => checkedSolution(query, solution),
  });
}
