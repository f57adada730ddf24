import type { Rule, Target } from '../contract.js';
import type { Sense } from '../engine/sense.js';

/**
 * Compares with the target: v = x̂ - c, or c - x̂ where the value has to be at least c. The error starts as v.
 *
 * While there is no target yet, the step of the constraint ends here.
 */
export function aim(target: Target, sense: Sense): Rule {
  const sign = sense === 'atLeast' ? -1 : 1;
  return {
    name: 'target',
    apply(cell) {
      target.observe(cell.value, cell.normalized);
      const level = target.at(cell.step);
      if (level === null) return 'baseline';
      cell.target = level;
      cell.violation = sign * (cell.normalized - level);
      cell.error = cell.violation;
      return null;
    },
    state: () => target.state(),
  };
}
