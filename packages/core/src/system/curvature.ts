import type { Signals, Vector } from '../contract/energy.js';
import type { LocalGroup, PackedCouplings } from './families.js';

/** Calls back with every second derivative of the energy: (i, i, value) and (i, j, value) once for each pair. */
function eachCurvature(
  locals: readonly LocalGroup[],
  couplings: readonly PackedCouplings[],
  eta: Vector,
  weights: Vector,
  signals: Signals,
  visit: (i: number, j: number, value: number) => void,
): void {
  for (const { family, slots, at, term } of locals) {
    for (let k = 0; k < slots.length; k++) {
      const i = slots[k]!;
      visit(i, i, weights[term]! * family.curvature!(eta[i]!, at(k), signals));
    }
  }
  const triple = new Float64Array(3);
  for (const { family, a, b, at, term } of couplings) {
    const weight = weights[term]!;
    for (let k = 0; k < a.length; k++) {
      const i = a[k]!;
      const j = b[k]!;
      family.curvatures!(eta[i]!, eta[j]!, at(k), signals, triple);
      visit(i, i, weight * triple[0]!);
      visit(j, j, weight * triple[1]!);
      visit(i, j, weight * triple[2]!);
    }
  }
}

export function hessianDiagonal(
  size: number,
  locals: readonly LocalGroup[],
  couplings: readonly PackedCouplings[],
  eta: Vector,
  weights: Vector,
  signals: Signals,
): Vector {
  const diagonal = new Float64Array(size);
  eachCurvature(locals, couplings, eta, weights, signals, (i, j, value) => {
    if (i === j) diagonal[i] = diagonal[i]! + value;
  });
  return diagonal;
}

export function hessianProduct(
  locals: readonly LocalGroup[],
  couplings: readonly PackedCouplings[],
  eta: Vector,
  weights: Vector,
  signals: Signals,
  v: Vector,
  out: Float64Array,
): void {
  out.fill(0);
  eachCurvature(locals, couplings, eta, weights, signals, (i, j, value) => {
    out[i] = out[i]! + value * v[j]!;
    if (i !== j) out[j] = out[j]! + value * v[i]!;
  });
}
