import type { Signals } from '../../contract/energy.js';
import { type PackedCouplings, couplingDifference } from '../families.js';
import { checkedBound } from './checked-bound.js';
import type { Part } from './part.js';

/** Couplings of one family, through its packed loop where it has one and its scalar functions else. */
export function loopedCouplings(group: PackedCouplings, signals: Signals): Part {
  const { family, a, b, at, term, kernel, name, count } = group;
  const triple = new Float64Array(3);
  return {
    energy: (eta, weights) => (weights[term] === 0 ? 0 : kernel(eta, weights[term]!, null)),
    gradient: (eta, weights, gradient) => (weights[term] === 0 ? 0 : kernel(eta, weights[term]!, gradient)),
    difference(from, to, weights) {
      let total = 0;
      for (let k = 0; k < count; k++) total += couplingDifference(group, k, from, to, signals);
      return weights[term]! * total;
    },
    product(eta, weights, v, out) {
      const weight = weights[term]!;
      for (let k = 0; k < count; k++) {
        const i = a[k]!;
        const j = b[k]!;
        family.curvatures!(eta[i]!, eta[j]!, at(k), signals, triple);
        out[i] = out[i]! + weight * (triple[0]! * v[i]! + triple[2]! * v[j]!);
        out[j] = out[j]! + weight * (triple[1]! * v[j]! + triple[2]! * v[i]!);
      }
    },
    diagonal(eta, weights, out) {
      const weight = weights[term]!;
      for (let k = 0; k < count; k++) {
        const i = a[k]!;
        const j = b[k]!;
        family.curvatures!(eta[i]!, eta[j]!, at(k), signals, triple);
        out[i] = out[i]! + weight * triple[0]!;
        out[j] = out[j]! + weight * triple[1]!;
      }
    },
    bounds(eta, weights, rows) {
      if (weights[term] === 0) return;
      const weight = weights[term]!;
      for (let k = 0; k < count; k++) {
        const i = a[k]!;
        const j = b[k]!;
        const [aa, bb, ab] = family.bend(eta[i]!, eta[j]!, at(k), signals);
        rows[i] = rows[i]! + weight * checkedBound(aa + ab, name);
        rows[j] = rows[j]! + weight * checkedBound(bb + ab, name);
      }
    },
  };
}
