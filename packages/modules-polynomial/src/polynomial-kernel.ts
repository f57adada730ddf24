import type { LocalKernel } from '@cfc/core';
import type { Basis } from './bases/basis.js';

/** A polynomial whose coefficients the loop reads. */
export interface Packed {
  readonly basis: Basis;
  readonly coefficients: Float64Array;
}

/** The energies of many polynomials at once: `clenshaw` without the second derivative, module `slots[k]` having `all[k]`. */
export function polynomialKernel(slots: Int32Array, all: readonly Packed[]): LocalKernel {
  return (eta, scale, gradient) => {
    let total = 0;
    for (let k = 0; k < slots.length; k++) {
      const { basis, coefficients } = all[k]!;
      const { degree, scale: rises, centre, back } = basis;
      const xi = 2 * eta[slots[k]!]! - 1;
      let value = coefficients[degree]!;
      let [slope, above, slopeAbove] = [0, 0, 0];
      for (let j = degree - 1; j >= 0; j--) {
        const rise = rises[j]!;
        const factor = rise * (xi - centre[j]!);
        const less = j + 1 < degree ? back[j + 1]! : 0;
        const nextSlope = factor * slope + rise * value - less * slopeAbove;
        const next = coefficients[j]! + factor * value - less * above;
        slopeAbove = slope;
        above = value;
        slope = nextSlope;
        value = next;
      }
      total += value;
      if (gradient !== null) gradient[slots[k]!] = gradient[slots[k]!]! + scale * 2 * slope;
    }
    return scale * total;
  };
}
