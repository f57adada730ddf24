import type { Vector } from '@cfc/core';

/** What is told of all order parameters at once. */
export interface EtaStats {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** How decided they are: the mean of |2η - 1|, 1 where all are 0 or 1, 0 where all are 1/2. */
  readonly confidence: number;
}

/** The statistics of one point, in one pass. */
export function etaStats(eta: Vector): EtaStats {
  let [min, max, sum, decided] = [Infinity, -Infinity, 0, 0];
  for (let i = 0; i < eta.length; i++) {
    const x = eta[i]!;
    if (x < min) min = x;
    if (x > max) max = x;
    sum += x;
    decided += Math.abs(2 * x - 1);
  }
  return { min, max, mean: sum / eta.length, confidence: decided / eta.length };
}
