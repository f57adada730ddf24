import { type Method, type Task, anyOf, gradientBelow, maxSteps, monotone, projectedNorm, relax } from '@cfc/core';
import { metered } from '../meter.js';
import { holdingAllBut } from '../reduce/embedding.js';
import { reduced } from '../reduce/reduced.js';
import { touched } from '../reduce/touched.js';

/** How far a run on some rows goes, as a share of the largest projected gradient there is; and its steps at most. */
const FORCING = 0.01;
const STEPS = 200;

/**
 * Relaxes some rows in place, all others held, and brings the gradient of all up to date.
 *
 * @returns whether any row moved, and how many couplings were visited on the way: all that the rows have, once to collect them
 * and once for each evaluation. What the system itself is asked, a shift for each row that moved, is not among them.
 */
export function relaxRows(
  { system, env, seed, iteration }: Task,
  rows: Int32Array,
  eta: Float64Array,
  gradient: Float64Array,
  inner: Method,
  tolerance: number,
): { readonly moved: boolean; readonly visits: number } {
  const meter = metered(reduced(system, env, holdingAllBut(rows, eta)));
  const norm = Math.max(tolerance / 2, FORCING * projectedNorm(eta, gradient));
  const start = Float64Array.from(rows, (row) => eta[row]!);
  const { vector } = relax(meter.system, start, {
    method: inner,
    guard: monotone(),
    stop: anyOf({ of: [gradientBelow({ norm }), maxSteps({ steps: STEPS })] }),
    seed: seed + iteration,
  });
  let moved = false;
  rows.forEach((row, v) => {
    const value = vector[v]!;
    if (value === eta[row]) return;
    system.shift(row, value, eta, env, gradient);
    eta[row] = value;
    moved = true;
  });
  return { moved, visits: (1 + meter.passes()) * touched(rows, system.incidence) };
}
