import type { Vector } from '@cfc/core';
import type { TermRows } from './term-rows.js';

/**
 * The terms that can be raised, in the order in which they are served: v_t / max_i(c_ti / m_i) falling, then index.
 * Also what each term costs overall: the sum of its rows.
 */
export function orderOf(
  values: Vector,
  { start, row, cost }: TermRows,
  rowMargins: Vector,
  globalMargin: number,
): { readonly order: Int32Array; readonly totals: Float64Array } {
  const perMargin = new Float64Array(rowMargins.length);
  for (let i = 0; i < perMargin.length; i++) perMargin[i] = inverse(rowMargins[i]!);
  const perGlobal = inverse(globalMargin);
  const [totals, scores] = [new Float64Array(values.length), new Float64Array(values.length)];
  const valid = new Int32Array(values.length);
  let count = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t]!;
    if (!(value > 0 && value < Infinity)) continue;
    let [total, share] = [0, 0];
    const end = start[t + 1]!;
    for (let e = start[t]!; e < end && share < Infinity; e++) {
      const each = cost[e]!;
      if (each === 0) continue;
      total += each;
      share = Math.max(share, each * perMargin[row[e]!]!);
    }
    totals[t] = total;
    if (total > 0) share = Math.max(share, total * perGlobal);
    if (!(share < Infinity)) continue;
    scores[t] = value / share;
    valid[count++] = t;
  }
  return { order: valid.subarray(0, count).sort((s, t) => scores[t]! - scores[s]! || s - t), totals };
}

/** 1 / margin; infinite where there is none. */
function inverse(margin: number): number {
  return margin > 0 ? 1 / margin : Infinity;
}
