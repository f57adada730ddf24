import type { Vector } from '@cfc/core';
import { together } from '../statistics/together.js';

/**
 * How far the order parameters are from a sample on which the Legendre polynomials are uncorrelated: the largest absolute
 * correlation, over the modules, between P₁, P₂ and P₃ of ξ = 2η - 1. 0 where they are uncorrelated, as on evenly spread η;
 * near 1 where η crowds together and the polynomials are one. 0 for fewer than two modules, or where none differs.
 */
export function polynomialCorrelation(eta: Vector): number {
  const columns = [0, 1, 2].map(() => new Float64Array(eta.length));
  for (let i = 0; i < eta.length; i++) {
    const x = 2 * eta[i]! - 1;
    columns[0]![i] = x;
    columns[1]![i] = (3 * x * x - 1) / 2;
    columns[2]![i] = (x * (5 * x * x - 3)) / 2;
  }
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  return Math.max(...pairs.map(([j, k]) => Math.abs(together(columns[j]!, columns[k]!).correlation)));
}
