import type { Term, TermBounds, Vector } from '@cfc/core';
import { type Caps, highest } from './caps.js';

/**
 * The weights as the prototype set them: every coupling is raised by `maxChange`, up to the ceiling, as long as any row's
 * bound without its local part lies below the largest bound with it.
 *
 * Its costs were stored under the indices of edges and looked up under the keys of families, so that every cost was 0:
 * the order of terms and rho decided nothing, and row margins were never read. That is repeated here, no more.
 */
export function seedMultipliers(
  terms: readonly Term[],
  multipliers: Vector,
  local: Vector,
  { start, row, bound }: TermBounds,
  caps: Caps,
): Vector {
  const coupled = new Float64Array(local.length);
  terms.forEach((_, t) => {
    for (let e = start[t]!; e < start[t + 1]!; e++) {
      coupled[row[e]!] = coupled[row[e]!]! + multipliers[t]! * bound[e]!;
    }
  });
  const largest = (rows: Vector): number => rows.reduce((most, value) => Math.max(most, value), 0);
  if (!(largest(coupled.map((sum, i) => sum + local[i]!)) > largest(coupled))) return multipliers;
  return multipliers.map((multiplier, t) => (terms[t]!.kind === 'coup' ? highest(multiplier, caps) : multiplier));
}
