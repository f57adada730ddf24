import type { Vector } from '../../contract/energy.js';
import type { FoldedFamily } from './quartics.js';

/** Writes the energy of one family and Σ F'² to the entry of its term, unweighted. */
export type FoldedSums = (eta: Vector, energies: Float64Array, squares: Float64Array) => void;

/** Of F = a η² + b η⁴ - h η; where a family is linear its slopes are summed once. */
export function foldedSums({ term, slots, h, a, b }: FoldedFamily): FoldedSums {
  const count = slots.length;
  const inOrder = slots.every((slot, k) => slot === k);
  const placed = (eta: Vector): Vector => (inOrder ? eta : Float64Array.from(slots, (slot) => eta[slot]!));
  if (a === null && b === null) {
    const fields = h ?? new Float64Array(count);
    const square = fields.reduce((sum, field) => sum + field * field, 0);
    return (eta, energies, squares) => {
      energies[term] = linear(fields, placed(eta));
      squares[term] = square;
    };
  }
  const columns = [h, a, b].map((column) => column ?? new Float64Array(count)) as [Vector, Vector, Vector];
  return (eta, energies, squares) => quartic(...columns, placed(eta), term, energies, squares);
}

function linear(h: Vector, eta: Vector): number {
  let energy = 0;
  for (let k = 0; k < h.length; k++) energy -= h[k]! * eta[k]!;
  return energy;
}

function quartic(
  h: Vector,
  a: Vector,
  b: Vector,
  eta: Vector,
  term: number,
  energies: Float64Array,
  squares: Float64Array,
): void {
  let [energy, square] = [0, 0];
  for (let k = 0; k < h.length; k++) {
    const x = eta[k]!;
    const steep = b[k]! * x * x;
    const slope = x * (2 * a[k]! + 4 * steep) - h[k]!;
    energy += x * (x * (a[k]! + steep) - h[k]!);
    square += slope * slope;
  }
  energies[term] = energy;
  squares[term] = square;
}
