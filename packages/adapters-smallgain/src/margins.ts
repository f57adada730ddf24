import type { TermBounds, Vector } from '@cfc/core';

/** The step whose certificate is to hold: theta / r of each row at multipliers 1, or one for all where `step` > 0. */
export interface StepInUse {
  readonly theta: number;
  readonly step: number;
}

/** What is left of the certificate r_i < 2 / step_i, in units of the rows (energy per squared η). */
export interface Margins {
  /** The step of each row; 0 where it has no finite bound, or nothing bends. */
  readonly steps: Float64Array;
  /** 2 / step_i - r_i under the multipliers as they are; 0 where the step is. */
  readonly rows: Float64Array;
  /** What rho may still be spent of: see `marginsOf`. */
  readonly available: Float64Array;
  /** The sum of `available`. */
  readonly global: number;
  /** The least step_i · margin_i, a number without unit: below 0 where the certificate does not hold; 2 without rows. */
  readonly least: number;
}

/** Below this share of the whole, what is left is rounding. */
const EXHAUSTED = 1e-12;

/**
 * Margins under given multipliers, from the rows of the local terms and of every coupling term at multiplier 1.
 *
 * r_i = local_i + Σ_t multiplier_t · bound_ti, and step_i = theta / (local_i + Σ_t bound_ti) or the common step. With m_i
 * the margin and M_i that at multipliers 1, M_i - m_i is spent, and rho M_i - (M_i - m_i) may be: what is available is
 * M_i - (M_i - m_i) / rho, at most m_i and at least 0. So rho of it is never more than rho of what is there, and the share
 * 1 - rho of what was there at multipliers 1 is kept for good.
 */
export function marginsOf(
  local: Vector,
  { start, row, bound, total }: TermBounds,
  multipliers: Vector,
  { theta, step }: StepInUse,
  rho: number,
): Margins {
  const size = local.length;
  const [steps, rows, available] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let t = 0; t < multipliers.length; t++) {
    const more = multipliers[t]! - 1;
    if (more === 0) continue;
    for (let e = start[t]!; e < start[t + 1]!; e++) rows[row[e]!] = rows[row[e]!]! + more * bound[e]!;
  }
  let [global, least] = [0, 2];
  const perRho = 1 / rho;
  for (let i = 0; i < size; i++) {
    const unit = local[i]! + total[i]!;
    const spent = rows[i]!;
    rows[i] = 0;
    if (!(unit > 0 && unit < Infinity)) continue;
    const length = step > 0 ? step : theta / unit;
    const whole = 2 / length - unit;
    const margin = whole - spent;
    steps[i] = length;
    rows[i] = margin;
    if (length * margin < least) least = length * margin;
    const left = Math.min(margin, whole - spent * perRho);
    if (left > EXHAUSTED * whole) global += available[i] = left;
  }
  return { steps, rows, available, global, least };
}
