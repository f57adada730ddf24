import type { Vector } from '@cfc/core';
import type { Draft } from './row-shape.js';

/** Writes the least, the largest and the mean order parameter of one point. */
export function fillEtaStats(draft: Draft, eta: Vector): void {
  let [min, max, sum] = [Infinity, -Infinity, 0];
  for (let i = 0; i < eta.length; i++) {
    const x = eta[i]!;
    if (x < min) min = x;
    if (x > max) max = x;
    sum += x;
  }
  draft['eta_min'] = min;
  draft['eta_max'] = max;
  draft['eta_mean'] = sum / eta.length;
}

/** How decided the modules are: the mean of |2η - 1|, 1 where all are 0 or 1, 0 where all are 1/2. */
export function confidence(eta: Vector): number {
  const even = eta.length & ~1;
  // Two sums, so that an addition need not wait for the one before.
  let [one, other] = [0, 0];
  for (let i = 0; i < even; i += 2) {
    one += Math.abs(eta[i]! - 0.5);
    other += Math.abs(eta[i + 1]! - 0.5);
  }
  if (even < eta.length) one += Math.abs(eta[even]! - 0.5);
  return (2 * (one + other)) / eta.length;
}
