import type { Gram } from '../gram.js';
import { type Combined, diagonal, isStill } from './method.js';

/** Σ g_k: the one combination that is right for a Lagrangian. */
export function sum(gram: Gram): Combined {
  const coefficients = new Float64Array(gram.length).fill(1);
  return { coefficients, rows: diagonal(coefficients), gap: 0, stationary: isStill(gram, coefficients) };
}
