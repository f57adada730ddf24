import type { Vector } from '../../contract/energy.js';

/** Order parameters this close to a wall, with the gradient pushing into it, count as held there. */
const MARGIN = 1e-3;

/**
 * Writes which rows are free to move: 1 unless the row lies within `margin` of a wall that the gradient pushes it into.
 * The margin shrinks with the projected gradient, so that the set settles. Source: D. Bertsekas, SIAM J. Control
 * Optim. 20 (1982) 221.
 */
export function freeSet(eta: Vector, gradient: Vector, projectedNorm: number, free: Float64Array): Float64Array {
  const margin = Math.min(MARGIN, projectedNorm);
  for (let i = 0; i < free.length; i++) {
    const held = gradient[i]! > 0 ? eta[i]! <= margin : gradient[i]! < 0 && eta[i]! >= 1 - margin;
    free[i] = held ? 0 : 1;
  }
  return free;
}
