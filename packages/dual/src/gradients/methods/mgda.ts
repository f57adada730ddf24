import { dot } from '@cfc/core';
import type { Gram } from '../gram.js';
import { leastOverSimplex } from '../least-over-simplex.js';
import { smallest, times } from '../matrix.js';
import { type Combined, diagonal, isStill, withoutZeros } from './method.js';

/**
 * The shortest convex combination: min wᵀGw over the simplex; gradients of 0 are left out, for with one of them it is always 0.
 *
 * `gap` is Wolfe's, wᵀGw - min_k (Gw)_k, which bounds by how much ½ wᵀGw can still fall.
 *
 * @param gram of trace 1
 *
 * Source: Désidéri, Comptes Rendus Mathématique 350 (2012) 313.
 */
export function mgda(gram: Gram): Combined {
  const { kept, spread } = withoutZeros(gram);
  if (kept.length === 0) {
    const none = new Float64Array(gram.length);
    return { coefficients: none, rows: diagonal(none), gap: 0, stationary: true };
  }
  const { w } = leastOverSimplex(kept, new Float64Array(kept.length), 0);
  const slope = times(kept, w);
  const gap = Math.max(0, dot(slope, w) - smallest(slope));
  const coefficients = spread(w);
  return { coefficients, rows: diagonal(coefficients), gap, stationary: isStill(gram, coefficients) };
}
