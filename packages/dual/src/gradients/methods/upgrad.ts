import type { Gram } from '../gram.js';
import { intoCone } from '../into-cone.js';
import { unit } from '../matrix.js';
import { type Combined, isStill } from './method.js';

/**
 * The mean of the gradients, each projected into the cone of the directions that conflict with none:
 * (1/K) Σ_i argmin { |d - g_i|² : g_k · d >= 0 for all k }.
 *
 * `gap` is the largest one of the K projections, see `intoCone`.
 *
 * Source: Quinton and Rey, Jacobian descent for multi-objective optimization (2024).
 */
export function upgrad(gram: Gram): Combined {
  const size = gram.length;
  const points = gram.map((row, i) =>
    row[i]! > 0 ? intoCone(gram, unit(size, i)) : { v: new Float64Array(size), gap: 0 },
  );
  const rows = points.map(({ v }) => v.map((entry) => entry / size));
  const coefficients = rows.reduce((total, row) => total.map((entry, k) => entry + row[k]!), new Float64Array(size));
  const gap = Math.max(...points.map((point) => point.gap));
  return { coefficients, rows, gap, stationary: isStill(gram, coefficients) };
}
