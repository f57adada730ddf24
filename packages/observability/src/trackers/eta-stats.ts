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
  const whole = eta.length & ~3;
  // Four sums, so that an addition need not wait for the one before.
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    a += Math.abs(eta[i]! - 0.5);
    b += Math.abs(eta[i + 1]! - 0.5);
    c += Math.abs(eta[i + 2]! - 0.5);
    d += Math.abs(eta[i + 3]! - 0.5);
  }
  for (let i = whole; i < eta.length; i++) a += Math.abs(eta[i]! - 0.5);
  return (2 * (a + b + (c + d))) / eta.length;
}
