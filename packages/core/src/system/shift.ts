import type { Signals, Vector } from '../contract/energy.js';
import type { Incidence, Sequence } from '../contract/system.js';
import { type LocalGroup, type PackedCouplings, moduleDifference, pairDifference } from './families.js';

/** Where module `i` lives: which group and which entry of it. */
export interface Home {
  readonly group: Int32Array;
  readonly item: Int32Array;
}

export function homesOf(size: number, locals: readonly LocalGroup[]): Home {
  const group = new Int32Array(size);
  const item = new Int32Array(size);
  locals.forEach(({ slots }, g) => {
    for (let k = 0; k < slots.length; k++) {
      group[slots[k]!] = g;
      item[slots[k]!] = k;
    }
  });
  return { group, item };
}

/** What a move of one row has to know of the system. */
export interface ShiftParts {
  readonly locals: readonly LocalGroup[];
  readonly couplings: readonly PackedCouplings[];
  readonly home: Home;
  readonly sequence: Sequence;
  readonly incidence: Incidence;
}

const before = new Float64Array(2);
const after = new Float64Array(2);

/**
 * Moves one order parameter: cost in proportion to the couplings of module `i` alone.
 *
 * @returns energy after minus before, NaN where the gradient is not finite; `gradient`, unless null, is brought up to
 * date in place
 */
export function shift(
  i: number,
  value: number,
  eta: Vector,
  weights: Vector,
  signals: Signals,
  parts: ShiftParts,
  gradient: Float64Array | null,
): number {
  const { locals, couplings, home, sequence, incidence } = parts;
  const old = eta[i]!;
  const own = locals[home.group[i]!]!;
  const options = own.at(home.item[i]!);
  const weight = weights[own.term]!;
  /** 0, and NaN once an entry of the gradient is not finite. */
  let nothing = 0;
  let change = weight * moduleDifference(own.family, old, value, options, signals);
  let slope = weight * own.family.slope(value, options, signals) - weight * own.family.slope(old, options, signals);
  for (let entry = incidence.start[i]!; entry < incidence.start[i + 1]!; entry++) {
    const position = incidence.coupling[entry]!;
    const group = couplings[sequence.group[position]!]!;
    const k = sequence.item[position]!;
    const j = incidence.other[entry]!;
    const { family } = group;
    const first = group.a[k] === i;
    const [oldA, oldB] = first ? [old, eta[j]!] : [eta[j]!, old];
    const [newA, newB] = first ? [value, eta[j]!] : [eta[j]!, value];
    const given = group.at(k);
    const scale = weights[group.term]!;
    change += scale * pairDifference(family, oldA, oldB, newA, newB, given, signals);
    if (gradient === null) continue;
    family.slopes(oldA, oldB, given, signals, before);
    family.slopes(newA, newB, given, signals, after);
    const [mine, theirs] = first ? [0, 1] : [1, 0];
    slope += scale * after[mine]! - scale * before[mine]!;
    gradient[j] = gradient[j]! + (scale * after[theirs]! - scale * before[theirs]!);
    nothing += 0 * gradient[j];
  }
  if (gradient === null) return change;
  gradient[i] = gradient[i]! + slope;
  return change + nothing + 0 * gradient[i];
}
