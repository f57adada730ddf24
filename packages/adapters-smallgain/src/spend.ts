import type { Vector } from '@cfc/core';
import type { Allocation, Request } from './allocation.js';
import { highest } from './caps.js';
import { inFull } from './in-full.js';
import { orderOf } from './order-of.js';

/** The raise that spends what is left, so little below it that rounding cannot lead above. */
const fitting = (left: number, cost: number): number => (left / cost) * (1 - 4 * Number.EPSILON);

/** Smaller raises, as shares of the multiplier, are what rounding left. */
const CRUMB = 1e-12;

/** `allocate` without its checks. */
export function spend(request: Required<Request>): Allocation {
  const { values, costs, rowMargins, globalMargin, caps, multipliers, rho } = request;
  const { start, row, cost } = costs;
  const budget = budgetOf(rho, globalMargin);
  const budgets = new Float64Array(rowMargins.length);
  for (let i = 0; i < budgets.length; i++) budgets[i] = budgetOf(rho, rowMargins[i]!);
  const full = inFull(request, budgets, budget);
  if (full !== null) return full;
  const raised = Float64Array.from(multipliers);
  const [rows, terms] = [new Float64Array(budgets.length), new Float64Array(values.length)];
  const raises = new Float64Array(values.length);
  let overall = 0;
  const { order, totals } = orderOf(values, costs, rowMargins, globalMargin);
  for (const t of order) {
    const high = highest(multipliers[t]!, caps);
    let raise = high - multipliers[t]!;
    const total = totals[t]!;
    if (overall + total * raise > budget) raise = fitting(budget - overall, total);
    const end = start[t + 1]!;
    for (let e = start[t]!; e < end && raise > 0; e++) {
      const i = row[e]!;
      if (rows[i]! + cost[e]! * raise > budgets[i]!) raise = fitting(budgets[i]! - rows[i]!, cost[e]!);
    }
    if (!(raise > CRUMB * high)) continue;
    for (let e = start[t]!; e < end; e++) rows[row[e]!] = rows[row[e]!]! + cost[e]! * raise;
    raises[t] = raise;
    raised[t] = Math.min(high, raised[t]! + raise);
    terms[t] = total * raise;
    overall += terms[t];
  }
  return { multipliers: raised, raises, spent: { rows, terms, overall } };
}

/** What may be spent of a margin. */
function budgetOf(rho: number, margin: Vector[number]): number {
  return margin > 0 ? rho * margin : 0;
}
