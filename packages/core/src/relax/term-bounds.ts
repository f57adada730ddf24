import type { Place, TermBounds } from '../contract/adapter.js';
import type { Vector } from '../contract/energy.js';
import type { CompiledSystem, CouplingGroup } from '../contract/system.js';
import { type GapNumbers, gapOf } from '../couplings/gap-of.js';
import { CfcError } from '../errors.js';

/** Which entry each end of a family's couplings adds to, and what where that is the same at every point. */
interface Entries {
  readonly group: CouplingGroup;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** The squared gaps that the couplings are; null where they are none. */
  readonly gaps: readonly GapNumbers[] | null;
  /** True where the bounds depend on `near`. */
  readonly hinge: boolean;
  /** True where they depend on the point: neither squared gaps nor a constant bend. */
  readonly moving: boolean;
}

interface Pattern {
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly families: readonly Entries[];
  /** The bounds that do not depend on the point, squared gaps in full; others are 0. */
  readonly fixed: Float64Array;
  readonly total: Float64Array;
}

/** What depends on the system alone, made once for each. */
const patterns = new WeakMap<CompiledSystem, Pattern>();

/**
 * The couplings' share of the Gershgorin rows term by term, at multiplier 1 and base weights. Bounds of squared gaps are taken from
 * `gap`, all others from `bend`; constant ones once for each system.
 *
 * A hinge counts in full while its gap s = β b - α a is above -near · α and fades to nothing at -2 near · α: with
 * t = clip(s / (near · α) + 2), by the factor t² (3 - 2t). At `near` = 1, the default, every hinge counts in full wherever the
 * point may go: only then do the bounds hold over the whole box.
 *
 * @throws `ENERGY_INVALID` where a bend is no bound
 */
export function termBounds({ system, eta }: Pick<Place, 'system' | 'eta'>, near = 1): TermBounds {
  const pattern = patternOf(system);
  const { start, row, fixed, total, families } = pattern;
  const changing = families.filter(({ moving, hinge }) => moving || (hinge && near < 1));
  if (changing.length === 0) return { start, row, bound: fixed, total };
  const bound = fixed.slice();
  for (const entries of changing) {
    const { term } = entries.group;
    bound.fill(0, start[term], start[term + 1]);
    addBounds(system, entries, eta, near, bound);
  }
  return { start, row, bound, total: totalOf(system.size, row, bound) };
}

/** The sum of all entries of each row. */
function totalOf(size: number, row: Int32Array, bound: Float64Array): Float64Array {
  const total = new Float64Array(size);
  for (let e = 0; e < row.length; e++) total[row[e]!] = total[row[e]!]! + bound[e]!;
  return total;
}

function addBounds(system: CompiledSystem, entries: Entries, eta: Vector, near: number, bound: Float64Array): void {
  if (entries.gaps === null) addBends(system, entries, eta, bound);
  else addGaps(system, entries, entries.gaps, eta, near, bound);
}

function addBends(system: CompiledSystem, { group, a, b }: Entries, eta: Vector, bound: Float64Array): void {
  const { family, a: first, b: second, count } = group;
  const weight = system.unit.weights[group.term]!;
  if (weight === 0) return;
  for (let k = 0; k < count; k++) {
    // Read by index: a pattern would go through an iterator, at twice the cost.
    const bends = family.bend(eta[first[k]!]!, eta[second[k]!]!, group.at(k), system.signals);
    const atA = bends[0] + bends[2];
    const atB = bends[1] + bends[2];
    if (!(atA >= 0 && atB >= 0)) throw noBound(system, eta, group.name, bends);
    bound[a[k]!] = bound[a[k]!]! + weight * atA;
    bound[b[k]!] = bound[b[k]!]! + weight * atB;
  }
}

function noBound(system: CompiledSystem, eta: Vector, name: string, bends: readonly number[]): CfcError {
  const what = `bend of "${name}" is [${bends.join(', ')}]`;
  return system.faultAt(eta) ?? new CfcError('ENERGY_INVALID', what, 'bend', 'A bound is a number >= 0 or Infinity.');
}

/** w s² bends by 2w α², 2w β² and 2w αβ. */
function addGaps(
  system: CompiledSystem,
  { group, a, b }: Entries,
  gaps: readonly GapNumbers[],
  eta: Vector,
  near: number,
  bound: Float64Array,
): void {
  for (let k = 0; k < gaps.length; k++) {
    const { weight, alpha, beta, oneSided } = gaps[k]!;
    const share = oneSided ? active(beta * eta[group.b[k]!]! - alpha * eta[group.a[k]!]!, alpha, near) : 1;
    const bend = 2 * system.unit.weights[group.term]! * weight * (alpha + beta) * share;
    bound[a[k]!] = bound[a[k]!]! + bend * alpha;
    bound[b[k]!] = bound[b[k]!]! + bend * beta;
  }
}

/** 1 where the gap is above -near α, 0 below -2 near α, smooth in between; no gap lies below -α. */
function active(gap: number, alpha: number, near: number): number {
  if (near >= 1 || gap >= -near * alpha) return 1;
  const t = Math.max(0, gap / (near * alpha) + 2);
  return t * t * (3 - 2 * t);
}

function patternOf(system: CompiledSystem): Pattern {
  const known = patterns.get(system);
  if (known !== undefined) return known;
  const start = new Int32Array(system.terms.length + 1);
  const rows: number[] = [];
  const seen = new Int32Array(system.size).fill(-1);
  /** The term's entry for a row, made where there is none: entries below `first` belong to other terms. */
  const entry = (i: number, first: number): number => {
    if (seen[i]! < first) seen[i] = rows.push(i) - 1;
    return seen[i]!;
  };
  const families: Entries[] = [];
  for (const group of system.couplings) {
    const first = rows.length;
    const [a, b] = [group.a.map((i) => entry(i, first)), group.b.map((i) => entry(i, first))];
    const { gap } = group.family;
    const gaps = gap === undefined ? null : Array.from({ length: group.count }, (_, k) => gapOf(gap, group.at(k)));
    const hinge = gaps?.some(({ oneSided }) => oneSided) ?? false;
    families.push({ group, a, b, gaps, hinge, moving: gaps === null && group.family.constantBend !== true });
    start[group.term + 1] = rows.length;
  }
  for (let t = 0; t < system.terms.length; t++) start[t + 1] = Math.max(start[t]!, start[t + 1]!);
  const fixed = new Float64Array(rows.length);
  const zero = new Float64Array(system.size);
  for (const entries of families) if (!entries.moving) addBounds(system, entries, zero, 1, fixed);
  const row = Int32Array.from(rows);
  const pattern: Pattern = { start, row, families, fixed, total: totalOf(system.size, row, fixed) };
  patterns.set(system, pattern);
  return pattern;
}
