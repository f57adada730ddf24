import type { Signals, Vector } from '../contract/energy.js';
import { clip } from '../numeric/vector.js';
import { type PackedCouplings, moduleBound } from './families.js';
import { type ShiftParts, shift } from './shift.js';

/** What one row needs to know of its own curvature. */
interface Stiffness {
  /** d²E/dη_i², exact. */
  curvature: number;
  /** Upper bound of |d²E/dη_i²|, infinite where there is none. */
  bound: number;
}

/** How often a step without a bound is halved. */
const HALVINGS = 20;

const triple = new Float64Array(3);

/**
 * One sweep of Gauss and Seidel: each row in turn takes a Newton step in its own variable, with everything before
 * it already moved. A step that would raise the energy is taken again with the row's bound in place of its curvature,
 * or in halves where there is no bound, and left out where that does not lower it either, so that no sweep raises the
 * energy.
 *
 * @param eta changed in place; @param gradient at `eta`, kept up to date in place
 * @returns energy after minus before
 */
export function sweep(
  eta: Float64Array,
  gradient: Float64Array,
  weights: Vector,
  signals: Signals,
  parts: ShiftParts,
): number {
  const stiffness: Stiffness = { curvature: 0, bound: 0 };
  let total = 0;
  for (let i = 0; i < eta.length; i++) {
    stiffnessOf(i, eta, weights, signals, parts, stiffness);
    const old = eta[i]!;
    const slope = gradient[i]!;
    const { curvature, bound } = stiffness;
    const bounded = bound < Infinity;
    const newton = clip(old - slope / (curvature > 0 ? curvature : bounded ? bound : Math.abs(curvature)));
    if (newton === old || Number.isNaN(newton)) continue;
    const move = (value: number): number => {
      const change = shift(i, value, eta, weights, signals, parts, gradient);
      eta[i] = value;
      return change;
    };
    let change = move(newton);
    let value = newton;
    for (let tries = bounded ? 1 : HALVINGS; change > 0; tries--) {
      move(old);
      const safe = bounded ? clip(old - slope / bound) : (old + value) / 2;
      if (tries === 0 || safe === old || safe === value) change = 0;
      else change = move((value = safe));
    }
    total += change;
  }
  return total;
}

function stiffnessOf(
  i: number,
  eta: Vector,
  weights: Vector,
  signals: Signals,
  { locals, couplings, home, sequence, incidence }: ShiftParts,
  out: Stiffness,
): void {
  const own = locals[home.group[i]!]!;
  const options = own.at(home.item[i]!);
  const x = eta[i]!;
  const weight = weights[own.term]!;
  out.curvature = weight * own.family.curvature!(x, options, signals);
  out.bound = weight === 0 ? 0 : weight * moduleBound(own.family, x, options, signals);
  for (let entry = incidence.start[i]!; entry < incidence.start[i + 1]!; entry++) {
    const c = incidence.coupling[entry]!;
    addCoupling(couplings[sequence.group[c]!]!, sequence.item[c]!, i, eta, weights, signals, out);
  }
}

function addCoupling(
  { family, a, b, at, term }: PackedCouplings,
  k: number,
  i: number,
  eta: Vector,
  weights: Vector,
  signals: Signals,
  out: Stiffness,
): void {
  if (weights[term] === 0) return;
  const first = a[k] === i;
  const options = at(k);
  const [x, y] = [eta[a[k]!]!, eta[b[k]!]!];
  family.curvatures!(x, y, options, signals, triple);
  out.curvature += weights[term]! * triple[first ? 0 : 1]!;
  const [aa, bb] = family.bend(x, y, options, signals);
  out.bound += weights[term]! * (first ? aa : bb);
}
