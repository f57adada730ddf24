import { forcedPoint, isDead, settleAll } from './blow-up.js';
import { checkList } from './check-list.js';
import { Cycle } from './cycle.js';
import { raysOf } from './rays.js';

/**
 * Why a cyclic list of self-intersections is no toric base of six-dimensional F-theory; null where it is one. A base is a closed smooth
 * fan on which the generic (f, g) exist, vanish to orders (4, 6) on no curve, and at no toric point.
 *
 * @param selfIntersections 3 to 512 whole numbers in -128..127
 * @throws `INPUT_INVALID` for anything else
 */
export function baseFault(selfIntersections: readonly number[]): string | null {
  checkList(selfIntersections);
  if (raysOf(selfIntersections) === null) return 'its rays do not close after one turn';
  const cycle = new Cycle().load(selfIntersections);
  if (!settleAll(cycle)) return 'f or g has no section';
  if (isDead(cycle)) return '(f, g) vanish to orders (4, 6) on a curve';
  const i = forcedPoint(cycle);
  return i < 0 ? null : `(f, g) vanish to orders (4, 6) where curves ${i} and ${cycle.after(i)} meet`;
}
