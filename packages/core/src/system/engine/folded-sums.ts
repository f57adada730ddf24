import type { Vector } from '../../contract/energy.js';
import type { FoldedFamily } from './quartics.js';

/** Writes the energy of one family and Σ F'² to the entry of its term, unweighted. */
export type FoldedSums = (eta: Vector, energies: Float64Array, squares: Float64Array) => void;

/** Of F = a η² + b η⁴ - h η; where a family is linear its slopes are summed once. */
export function foldedSums({ term, slots, h, a, b }: FoldedFamily): FoldedSums {
  if (a === null && b === null) {
    const square = h === null ? 0 : h.reduce((sum, field) => sum + field * field, 0);
    return (eta, energies, squares) => {
      let energy = 0;
      if (h !== null) for (let k = 0; k < slots.length; k++) energy -= h[k]! * eta[slots[k]!]!;
      energies[term] = energy;
      squares[term] = square;
    };
  }
  return (eta, energies, squares) => {
    let [energy, square] = [0, 0];
    for (let k = 0; k < slots.length; k++) {
      const x = eta[slots[k]!]!;
      const field = h === null ? 0 : h[k]!;
      const flat = a === null ? 0 : a[k]!;
      const steep = b === null ? 0 : b[k]! * x * x;
      const slope = x * (2 * flat + 4 * steep) - field;
      energy += x * (x * (flat + steep) - field);
      square += slope * slope;
    }
    energies[term] = energy;
    squares[term] = square;
  };
}
