import type { Signals, Vector } from '../contract/energy.js';
import { CfcError } from '../errors.js';
import type { LocalGroup, PackedCouplings } from './families.js';

/** Whether a module family can bound its curvature. */
export const boundsCurvature = ({ family }: LocalGroup): boolean =>
  family.bend !== undefined || family.curvature !== undefined;

/**
 * Upper bounds of the Hessian's absolute row sums (Gershgorin, Izv. Akad. Nauk SSSR 7 (1931) 749).
 *
 * Row i: Σ over its modules of |d²F/dη²| plus Σ over its couplings of |d²F/dη_i²| + |d²F/dη_i dη_j|.
 */
export function rowBounds(
  size: number,
  locals: readonly LocalGroup[],
  couplings: readonly PackedCouplings[],
  eta: Vector,
  weights: Vector,
  signals: Signals,
): Vector {
  const rows = new Float64Array(size);
  for (const group of locals) {
    const { family, slots, at, term } = group;
    const weight = weights[term]!;
    if (weight === 0) continue;
    for (let k = 0; k < slots.length; k++) {
      const i = slots[k]!;
      const options = at(k);
      const bound = family.bend?.(eta[i]!, options, signals) ?? Math.abs(family.curvature!(eta[i]!, options, signals));
      rows[i] = rows[i]! + weight * checked(bound, group.name);
    }
  }
  for (const { family, a, b, at, term, name } of couplings) {
    const weight = weights[term]!;
    if (weight === 0) continue;
    for (let k = 0; k < a.length; k++) {
      const i = a[k]!;
      const j = b[k]!;
      const [aa, bb, ab] = family.bend(eta[i]!, eta[j]!, at(k), signals);
      rows[i] = rows[i]! + weight * checked(aa + ab, name);
      rows[j] = rows[j]! + weight * checked(bb + ab, name);
    }
  }
  return rows;
}

/** A bound may be infinite, which says that there is none; it is never negative nor NaN. */
function checked(bound: number, name: string): number {
  if (bound >= 0) return bound;
  throw new CfcError(
    'ENERGY_INVALID',
    `the bound of "${name}" is ${bound}`,
    'bend',
    'A bound is a number >= 0 or Infinity.',
  );
}
