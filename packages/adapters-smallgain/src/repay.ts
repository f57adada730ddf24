import type { Vector } from '@cfc/core';
import type { Caps } from './caps.js';
import type { Margins } from './margins.js';
import type { TermRows } from './term-rows.js';

/**
 * Lowers the terms of rows beyond their certificate: by what brings the couplings of the worst such row back to it, at
 * most `maxChange` of the multiplier in one step, not below the floor. All others stay.
 *
 * A row is beyond it where the step in use is too long for the system, or a family's bound has grown on the way.
 */
export function repay(
  multipliers: Vector,
  { start, row, cost }: TermRows,
  { rows, least }: Margins,
  { maxChange, floor }: Caps,
): Vector {
  if (least >= 0) return multipliers;
  const spent = new Float64Array(rows.length);
  each((t, e) => {
    spent[row[e]!] = spent[row[e]!]! + multipliers[t]! * cost[e]!;
  });
  const lowered = Float64Array.from(multipliers);
  each((t, e) => {
    const i = row[e]!;
    if (rows[i]! >= 0 || cost[e] === 0) return;
    const factor = Math.max(1 - maxChange, 1 + rows[i]! / spent[i]!);
    lowered[t] = Math.min(lowered[t]!, Math.max(Math.min(floor, multipliers[t]!), multipliers[t]! * factor));
  });
  return lowered;

  function each(visit: (t: number, e: number) => void): void {
    for (let t = 0; t < multipliers.length; t++) for (let e = start[t]!; e < start[t + 1]!; e++) visit(t, e);
  }
}
