import { type CicyEntry, cicyTopology, moduliOf } from '@cfc/vacua';
import type { GeometryId, GeometryNumber } from './geometry.js';

/**
 * What a label needs to know of a complete intersection. Where c2 or intersection numbers set parameters there is a field for each projective space,
 * whose hyperplane classes are the divisors J; else as many as `moduliOf` makes of h11.
 */
export function cicyGeometry({ id, matrix, h11, c2, euler }: CicyEntry, set: ReadonlySet<GeometryNumber>): GeometryId {
  const byDivisor = set.has('c2') || set.has('intersections');
  const moduli = byDivisor ? matrix.length : moduliOf(h11);
  if (set.size === 0) return [String(id), moduli];
  const numbers = {
    ...(set.has('c2') ? { c2 } : {}),
    ...(set.has('intersections') ? { intersections: intersectionsOf(matrix) } : {}),
    ...(set.has('euler') ? { euler } : {}),
  };
  return [String(id), moduli, numbers];
}

/** Triple intersection numbers that are not 0, each unordered triple once. */
function intersectionsOf(matrix: CicyEntry['matrix']): [number, number, number, number][] {
  const { intersection } = cicyTopology(matrix);
  const found: [number, number, number, number][] = [];
  for (let i = 0; i < matrix.length; i++)
    for (let j = i; j < matrix.length; j++)
      for (let k = j; k < matrix.length; k++) {
        const kappa = intersection(i, j, k);
        if (kappa !== 0) found.push([i, j, k, kappa]);
      }
  return found;
}
