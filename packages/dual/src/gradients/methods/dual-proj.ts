import type { Gram } from '../gram.js';
import { intoCone } from '../into-cone.js';
import { type Combined, diagonal, isStill } from './method.js';

/**
 * The mean gradient, projected into the cone of the directions that conflict with no gradient. `gap`: see `intoCone`.
 *
 * Source: Lopez-Paz and Ranzato, Gradient episodic memory, NeurIPS 2017.
 */
export function dualProj(gram: Gram): Combined {
  const { v, gap } = intoCone(gram, new Float64Array(gram.length).fill(1 / gram.length));
  return { coefficients: v, rows: diagonal(v), gap, stationary: isStill(gram, v) };
}
