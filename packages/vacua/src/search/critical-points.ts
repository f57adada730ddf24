import { fill, integer } from '@cfc/core';
import { type SearchGiven, searchFields } from '../minimise/options.js';
import type { Potential } from '../potential/potential.js';
import { drawsOf } from '../potential/random.js';
import { criticalBox } from './critical-box.js';
import { type CriticalPoint, criticalPoint } from './critical-point.js';

const fields = {
  ...searchFields,
  starts: integer(50, 'random starts', { min: 1, max: 1e6 }),
  seed: integer(0, 'seed of the starts', { min: 0 }),
};

/**
 * The different critical points that random starts lead to, lowest first: those of a given index, or of any (null).
 *
 * Starts are uniform in the box of `criticalBox`, which holds every critical point of a potential with γ > 0.
 * Options: `starts` (50), `seed` (0), `tolerance` (1e-10), `maxIterations` (200). Throws `OPTION_INVALID`.
 */
export function criticalPoints(
  potential: Potential,
  index: number | null,
  options?: SearchGiven & { readonly starts?: number; readonly seed?: number },
): readonly CriticalPoint[] {
  const { starts, seed, ...search } = fill(fields, options, 'criticalPoints');
  const half = criticalBox(potential.terms);
  const found: CriticalPoint[] = [];
  for (let start = 0; start < starts; start++) {
    const draw = drawsOf(seed, start, 'search');
    const phi = Float64Array.from({ length: potential.n }, (_, i) => half * (2 * draw(i) - 1));
    const point = criticalPoint(potential, phi, index, search);
    if (point.reason !== 'converged' || (index !== null && point.index !== index)) continue;
    if (!found.some((other) => samePoint(other.phi, point.phi))) found.push(point);
  }
  return found.sort((one, other) => one.value - other.value);
}

/** Whether two points are one, within 1e-6 in every field. */
export function samePoint(one: Float64Array, other: Float64Array): boolean {
  return one.every((x, i) => Math.abs(x - other[i]!) <= 1e-6 * (1 + Math.abs(x)));
}
