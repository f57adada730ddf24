import type { Quartic, Signals, Vector } from '../../contract/energy.js';
import type { LocalGroup, PackedCouplings } from '../families.js';

/** A family whose instances are all of the form a η² + b η⁴ - h η of one module each. */
export interface FoldedFamily {
  readonly term: number;
  /** The module of instance `k`. */
  readonly slots: Int32Array;
  /** The coefficients; null where all are 0. */
  readonly h: Float64Array | null;
  readonly a: Float64Array | null;
  readonly b: Float64Array | null;
}

/** The sums over all folded families under the weights of the last call: one h, a and b for each module. */
export interface Folded {
  readonly h: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Brings the sums up to date; free where the weights are those of the last call. */
  under(weights: Vector): void;
}

/** @param vector makes a vector of the system's size, in whatever memory the back end works on */
export function folded(families: readonly FoldedFamily[], vector: () => Float64Array): Folded {
  const [h, a, b] = [vector(), vector(), vector()];
  const last = new Float64Array(families.length).fill(NaN);
  return {
    h,
    a,
    b,
    under(weights) {
      if (families.every(({ term }, k) => last[k] === weights[term])) return;
      for (const sums of [h, a, b]) sums.fill(0);
      families.forEach((family, k) => {
        const weight = weights[family.term]!;
        last[k] = weight;
        addScaled(h, family.h, family.slots, weight);
        addScaled(a, family.a, family.slots, weight);
        addScaled(b, family.b, family.slots, weight);
      });
    },
  };
}

function addScaled(sums: Float64Array, column: Float64Array | null, slots: Int32Array, weight: number): void {
  if (column === null) return;
  for (let k = 0; k < slots.length; k++) sums[slots[k]!] = sums[slots[k]!]! + weight * column[k]!;
}

/** The quartics of a module family; null where it is none. */
export function foldModules({ family, slots, at, term, count }: LocalGroup, signals: Signals): FoldedFamily | null {
  if (family.fold === undefined) return null;
  return gathered(term, slots, count, (k) => family.fold!(at(k), signals));
}

/** The quartics of a family of couplings that act on their first end alone; null where one of them is none. */
export function foldCouplings({ family, a, at, term, count }: PackedCouplings, signals: Signals): FoldedFamily | null {
  if (family.fold === undefined) return null;
  return gathered(term, a, count, (k) => family.fold!(at(k), signals));
}

function gathered(
  term: number,
  slots: Int32Array,
  count: number,
  foldAt: (k: number) => Quartic | null,
): FoldedFamily | null {
  let h: Float64Array | null = null;
  let a: Float64Array | null = null;
  let b: Float64Array | null = null;
  for (let k = 0; k < count; k++) {
    const quartic = foldAt(k);
    if (quartic === null) return null;
    if (quartic.h !== 0) (h ??= new Float64Array(count))[k] = quartic.h;
    if (quartic.a !== 0) (a ??= new Float64Array(count))[k] = quartic.a;
    if (quartic.b !== 0) (b ??= new Float64Array(count))[k] = quartic.b;
  }
  return { term, slots, h, a, b };
}
