import type { Signals, Vector } from '../../contract/energy.js';
import { diagnose } from '../diagnose.js';
import type { LocalGroup } from '../families.js';
import { homesOf } from './looped-rows.js';

/** The weighted slope of single modules; one that throws or is not finite is blamed on its family and module. */
export function localSlopes(
  size: number,
  ids: () => readonly string[],
  locals: readonly LocalGroup[],
  signals: Signals,
): (i: number, eta: number, weights: Vector) => number {
  const { group: groupOf, item } = homesOf(size, locals);
  return (i, eta, weights) => {
    const group = locals[groupOf[i]!]!;
    const k = item[i]!;
    try {
      const slope = weights[group.term]! * group.family.slope(eta, group.at(k), signals);
      if (Number.isFinite(slope)) return slope;
    } catch {
      // The diagnosis below asks again, and names family and module.
    }
    const alone = { ...group, slots: Int32Array.of(0), at: () => group.at(k), kernel: () => 0 };
    const suspect = { ids: [ids()[i]!], locals: [alone], couplings: [], signals };
    throw diagnose(suspect, Float64Array.of(eta), undefined, undefined);
  };
}
