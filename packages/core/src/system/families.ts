import type { LocalKernel, ModuleFamily, Signals, Vector } from '../contract/energy.js';
import { CfcError, messageOf } from '../errors.js';
import type { CouplingGroup, LocalFamily } from '../contract/system.js';
import type { Fields, Options } from '../options/field.js';
import { expanded, rowReader } from './columns.js';
import type { LinkGroup, ModuleGroup } from './groups.js';

/*
 * Families as the compiled system works with them. Energy and gradient run through the family's own
 * packed loop where it has one; everything that is asked less often runs through its scalar functions.
 */

/** All modules of one family. */
export interface LocalGroup extends LocalFamily {
  readonly kernel: LocalKernel;
}

/** All couplings of one family. */
export interface PackedCouplings extends CouplingGroup, Pick<LinkGroup, 'columns' | 'items' | 'tiles' | 'position'> {
  readonly kernel: LocalKernel;
}

export function localGroup(group: ModuleGroup, term: number, signals: Signals): LocalGroup {
  const { name, family, fields, slots, columns } = group;
  const at = rowReader(columns);
  const kernel =
    packed(name, () => family.pack?.(slots, expanded(fields, columns, slots.length, null), signals)) ??
    moduleLoop(family, slots, at, signals);
  return { term, name, count: slots.length, slots, family, at, kernel };
}

export function couplingGroup(group: LinkGroup, term: number, signals: Signals): PackedCouplings {
  const { name, family, fields, a, b, items, tiles, position, columns } = group;
  const read = rowReader(columns);
  const at = items === null ? read : (k: number): Options<Fields> => read(items[k]!);
  const looped = { term, name, count: a.length, a, b, family, at };
  const kernel =
    packed(name, () => family.pack?.(a, b, expanded(fields, columns, a.length, items), signals)) ??
    couplingLoop(looped, signals);
  return { ...looped, columns, items, tiles, position, kernel };
}

function packed(name: string, pack: () => LocalKernel | undefined): LocalKernel | undefined {
  try {
    return pack();
  } catch (thrown) {
    throw new CfcError('ENERGY_INVALID', `pack of "${name}" threw "${messageOf(thrown)}"`, 'the system');
  }
}

/** The loop of a module family that brings none of its own. */
export function moduleLoop(
  family: ModuleFamily,
  slots: Int32Array,
  at: (k: number) => Options<Fields>,
  signals: Signals,
): LocalKernel {
  return (eta, weight, gradient) => {
    let total = 0;
    for (let k = 0; k < slots.length; k++) {
      const i = slots[k]!;
      const options = at(k);
      total += family.energy(eta[i]!, options, signals);
      if (gradient !== null) gradient[i] = gradient[i]! + weight * family.slope(eta[i]!, options, signals);
    }
    return weight * total;
  };
}

/** The loop of a coupling family that brings none of its own. */
export function couplingLoop({ a, b, family, at }: CouplingGroup, signals: Signals): LocalKernel {
  const pair = new Float64Array(2);
  return (eta, weight, gradient) => {
    let total = 0;
    for (let k = 0; k < a.length; k++) {
      const i = a[k]!;
      const j = b[k]!;
      const options = at(k);
      total += family.energy(eta[i]!, eta[j]!, options, signals);
      if (gradient === null) continue;
      family.slopes(eta[i]!, eta[j]!, options, signals, pair);
      gradient[i] = gradient[i]! + weight * pair[0]!;
      gradient[j] = gradient[j]! + weight * pair[1]!;
    }
    return weight * total;
  };
}

/** F(to) - F(from) of one module. */
export function moduleDifference(
  family: ModuleFamily,
  from: number,
  to: number,
  options: Options<Fields>,
  signals: Signals,
): number {
  if (from === to) return 0;
  if (family.difference !== undefined) return family.difference(from, to, options, signals);
  return family.energy(to, options, signals) - family.energy(from, options, signals);
}

/** Upper bound of |d²F/dη²| of one module: its `bend`, or that of its quartic; infinite where it has neither. */
export function moduleBound(family: ModuleFamily, eta: number, options: Options<Fields>, signals: Signals): number {
  if (family.bend !== undefined) return family.bend(eta, options, signals);
  if (family.fold === undefined) return Infinity;
  const { a, b } = family.fold(options, signals);
  return Math.max(Math.abs(2 * a), Math.abs(2 * a + 12 * b));
}

/** F(to) - F(from) of coupling `k`. */
export function couplingDifference(
  { a, b, family, at }: CouplingGroup,
  k: number,
  from: Vector,
  to: Vector,
  signals: Signals,
): number {
  const i = a[k]!;
  const j = b[k]!;
  return pairDifference(family, from[i]!, from[j]!, to[i]!, to[j]!, at(k), signals);
}

/** F(toA, toB) - F(fromA, fromB) of one coupling. */
export function pairDifference(
  family: CouplingGroup['family'],
  fromA: number,
  fromB: number,
  toA: number,
  toB: number,
  options: Options<Fields>,
  signals: Signals,
): number {
  if (fromA === toA && fromB === toB) return 0;
  if (family.difference !== undefined) return family.difference(fromA, fromB, toA, toB, options, signals);
  return family.energy(toA, toB, options, signals) - family.energy(fromA, fromB, options, signals);
}
