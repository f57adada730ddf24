import type { Signals, Vector } from '../../contract/energy.js';
import { checkedBound } from './checked-bound.js';
import { type LocalGroup, moduleBound, moduleDifference } from '../families.js';
import type { Part } from './part.js';

/** Modules of one family, through its packed loop where it has one and its scalar functions else. */
export function loopedModules(group: LocalGroup, signals: Signals): Part {
  const { family, slots, at, term, kernel, name } = group;
  return {
    energy: (eta, weights) => (weights[term] === 0 ? 0 : kernel(eta, weights[term]!, null)),
    gradient: (eta, weights, gradient) => (weights[term] === 0 ? 0 : kernel(eta, weights[term]!, gradient)),
    difference(from, to, weights) {
      let total = 0;
      for (let k = 0; k < slots.length; k++) {
        const i = slots[k]!;
        if (from[i] !== to[i]) total += moduleDifference(family, from[i]!, to[i]!, at(k), signals);
      }
      return weights[term]! * total;
    },
    product(eta, weights, v, out) {
      eachCurvature(eta, weights, (i, value) => {
        out[i] = out[i]! + value * v[i]!;
      });
    },
    diagonal(eta, weights, out) {
      eachCurvature(eta, weights, (i, value) => {
        out[i] = out[i]! + value;
      });
    },
    bounds(eta, weights, rows) {
      if (weights[term] === 0) return;
      for (let k = 0; k < slots.length; k++) {
        const i = slots[k]!;
        const options = at(k);
        const bound = moduleBound(family, eta[i]!, options, signals);
        rows[i] = rows[i]! + weights[term]! * checkedBound(bound, name);
      }
    },
  };

  function eachCurvature(eta: Vector, weights: Vector, visit: (i: number, value: number) => void): void {
    for (let k = 0; k < slots.length; k++) {
      const i = slots[k]!;
      visit(i, weights[term]! * family.curvature!(eta[i]!, at(k), signals));
    }
  }
}
