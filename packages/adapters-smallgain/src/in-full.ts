import type { Allocation, Request } from './allocation.js';
import { highest } from './caps.js';

/**
 * Raises every valid term by all that its caps allow, where the budgets allow that: then their order does not matter.
 * Null as soon as one row is found that does not have it.
 */
export function inFull(
  { values, costs, caps, multipliers }: Request & Pick<Required<Request>, 'multipliers'>,
  budgets: Float64Array,
  budget: number,
): Allocation | null {
  const { start, row, cost } = costs;
  const raised = Float64Array.from(multipliers);
  const [rows, terms] = [new Float64Array(budgets.length), new Float64Array(values.length)];
  const raises = new Float64Array(values.length);
  let overall = 0;
  for (let t = 0; t < values.length; t++) {
    const high = highest(multipliers[t]!, caps);
    const raise = high - multipliers[t]!;
    if (!(raise > 0 && values[t]! > 0 && values[t]! < Infinity)) continue;
    let total = 0;
    const end = start[t + 1]!;
    for (let e = start[t]!; e < end; e++) {
      const i = row[e]!;
      const each = cost[e]!;
      const spent = rows[i]! + each * raise;
      if (spent > budgets[i]!) return null;
      rows[i] = spent;
      total += each;
    }
    raises[t] = raise;
    raised[t] = high;
    overall += terms[t] = total * raise;
    if (!(overall <= budget)) return null;
  }
  return { multipliers: raised, raises, spent: { rows, terms, overall } };
}
