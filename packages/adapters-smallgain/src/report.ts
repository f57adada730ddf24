import type { Facts, Term, Vector } from '@cfc/core';
import type { Allocation } from './allocation.js';
import type { Margins } from './margins.js';

/** With more terms than this the ledger of each is left out: facts are for people, and making them takes time. */
const FEW = 100;

/**
 * The ledger of one step as facts. Without unit, as shares of 1 / step_i: `margin:rows`, the least margin of a row before
 * anything is spent, and `spent:rows`, the most that was spent in one. In units of the rows: `budget:global` and
 * `spent:global`, what might be and was spent in all rows together, and for each coupling term that was raised, of up to
 * 100 terms, `alloc:<key>` (by how much), `cost:<key>` (what it spent in all rows) and `score:<key>`, the value of the term
 * per share of the overall margin that a unit of its multiplier costs.
 */
export function report(
  terms: readonly Term[],
  { least, global, steps }: Margins,
  rho: number,
  { raises, spent }: Allocation,
  values: Vector,
): Facts {
  let most = 0;
  for (let i = 0; i < steps.length; i++) most = Math.max(most, steps[i]! * spent.rows[i]!);
  const facts: Record<string, number> = {
    'margin:rows': least,
    'budget:global': rho * global,
    'spent:global': spent.overall,
    'spent:rows': most,
  };
  for (let t = 0; t < terms.length && terms.length <= FEW; t++) {
    if (raises[t] === 0) continue;
    facts[`alloc:${terms[t]!.key}`] = raises[t]!;
    facts[`cost:${terms[t]!.key}`] = spent.terms[t]!;
    if (spent.terms[t]! > 0) facts[`score:${terms[t]!.key}`] = (values[t]! * global * raises[t]!) / spent.terms[t]!;
  }
  return facts;
}
