import type { Signals, Vector } from '../../contract/energy.js';
import type { Incidence, Sequence } from '../../contract/system.js';
import { incidenceOf } from '../adjacency.js';
import { type LocalGroup, type PackedCouplings, moduleBound, moduleDifference, pairDifference } from '../families.js';
import type { RowPart, Stiffness, Touched } from './row-part.js';

/** Which group module `i` is in, -1 for none, and which entry of it. */
export interface Home {
  readonly group: Int32Array;
  readonly item: Int32Array;
}

export function homesOf(size: number, locals: readonly Pick<LocalGroup, 'slots'>[]): Home {
  const group = new Int32Array(size).fill(-1);
  const item = new Int32Array(size);
  locals.forEach(({ slots }, g) => {
    for (let k = 0; k < slots.length; k++) {
      group[slots[k]!] = g;
      item[slots[k]!] = k;
    }
  });
  return { group, item };
}

/** All couplings, group after group. */
function inRowOf(couplings: readonly PackedCouplings[]): Sequence {
  const length = couplings.reduce((total, { count }) => total + count, 0);
  const group = new Int32Array(length);
  const item = new Int32Array(length);
  let at = 0;
  couplings.forEach(({ count }, g) => {
    for (let k = 0; k < count; k++, at++) {
      group[at] = g;
      item[at] = k;
    }
  });
  return { length, group, item };
}

const before = new Float64Array(2);
const after = new Float64Array(2);
const triple = new Float64Array(3);

/** What no longer counts: local energies by module, couplings by their number through all groups; not 0 where gone. */
export interface Gone {
  readonly locals: Uint8Array;
  readonly couplings: Uint8Array;
}

/** Families that run through their scalar functions, row by row, and the couplings of each row. */
export interface LoopedRows extends RowPart {
  readonly home: Home;
  readonly sequence: Sequence;
  readonly incidence: Incidence;
}

/**
 * Families that run through their scalar functions, row by row. A row in which some family has no curvature takes its
 * bound instead, where that is finite.
 */
export function loopedRows(
  size: number,
  locals: readonly LocalGroup[],
  couplings: readonly PackedCouplings[],
  signals: Signals,
  gone: Gone | null = null,
): LoopedRows {
  const home = homesOf(size, locals);
  const sequence: Sequence = inRowOf(couplings);
  const incidence: Incidence = incidenceOf(size, couplings, sequence);
  return {
    home,
    sequence,
    incidence,
    shift(
      i: number,
      value: number,
      eta: Vector,
      weights: Vector,
      gradient: Float64Array | null,
      touched: Touched | null = null,
    ): number {
      const old = eta[i]!;
      /** 0, and NaN once an entry of the gradient is not finite. */
      let nothing = 0;
      let change = 0;
      let slope = 0;
      const own = locals[home.group[i]!];
      if (own !== undefined && (gone === null || gone.locals[i] === 0)) {
        const options = own.at(home.item[i]!);
        const weight = weights[own.term]!;
        change = weight * moduleDifference(own.family, old, value, options, signals);
        slope = weight * own.family.slope(value, options, signals) - weight * own.family.slope(old, options, signals);
      }
      for (let entry = incidence.start[i]!; entry < incidence.start[i + 1]!; entry++) {
        const c = incidence.coupling[entry]!;
        if (gone !== null && gone.couplings[c] !== 0) continue;
        const group = couplings[sequence.group[c]!]!;
        const k = sequence.item[c]!;
        const j = incidence.other[entry]!;
        const { family } = group;
        const first = group.a[k] === i;
        const [oldA, oldB] = first ? [old, eta[j]!] : [eta[j]!, old];
        const [newA, newB] = first ? [value, eta[j]!] : [eta[j]!, value];
        const options = group.at(k);
        const scale = weights[group.term]!;
        change += scale * pairDifference(family, oldA, oldB, newA, newB, options, signals);
        if (gradient === null) continue;
        family.slopes(oldA, oldB, options, signals, before);
        family.slopes(newA, newB, options, signals, after);
        const [mine, theirs] = first ? [0, 1] : [1, 0];
        slope += scale * after[mine]! - scale * before[mine]!;
        gradient[j] = gradient[j]! + (scale * after[theirs]! - scale * before[theirs]!);
        nothing += 0 * gradient[j];
        if (touched !== null) touched.offer(j);
      }
      if (gradient === null) return change;
      gradient[i] = gradient[i]! + slope;
      return change + nothing + 0 * gradient[i];
    },
    stiffness(i: number, eta: Vector, weights: Vector, out: Stiffness): void {
      const own = locals[home.group[i]!];
      if (own !== undefined && (gone === null || gone.locals[i] === 0)) {
        const options = own.at(home.item[i]!);
        const weight = weights[own.term]!;
        const bound = weight === 0 ? 0 : weight * moduleBound(own.family, eta[i]!, options, signals);
        out.curvature += own.family.curvature
          ? weight * own.family.curvature(eta[i]!, options, signals)
          : finite(bound);
        out.bound += bound;
      }
      for (let entry = incidence.start[i]!; entry < incidence.start[i + 1]!; entry++) {
        const c = incidence.coupling[entry]!;
        if (gone !== null && gone.couplings[c] !== 0) continue;
        const { family, a, b, at, term } = couplings[sequence.group[c]!]!;
        if (weights[term] === 0) continue;
        const k = sequence.item[c]!;
        const first = a[k] === i;
        const options = at(k);
        const [x, y] = [eta[a[k]!]!, eta[b[k]!]!];
        const [aa, bb] = family.bend(x, y, options, signals);
        const bound = weights[term]! * (first ? aa : bb);
        out.bound += bound;
        family.curvatures?.(x, y, options, signals, triple);
        out.curvature += family.curvatures ? weights[term]! * triple[first ? 0 : 1]! : finite(bound);
      }
    },
  };
}

/** What stands in for a curvature that a family does not give. */
const finite = (bound: number): number => (bound < Infinity ? bound : 0);
