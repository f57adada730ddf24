import type { Arena } from '../wasm/arena.js';
import type { Folded } from './quartics.js';
import type { Part } from './part.js';

/** F = a η² + b η⁴ - h η over all modules, by the `quartic` kernels. */
export function quarticsWasm({ under, ...sums }: Folded, arena: Arena): Part {
  const k = arena.kernels!;
  const size = sums.h.length;
  const h = sums.h.byteOffset;
  const a = sums.a.byteOffset;
  const b = sums.b.byteOffset;
  return {
    energy(eta, weights) {
      under(weights);
      return k.quarticEnergy(size, h, a, b, eta.byteOffset);
    },
    gradient(eta, weights, g) {
      under(weights);
      return k.quarticGradient(size, h, a, b, eta.byteOffset, g.byteOffset);
    },
    difference(from, to, weights) {
      under(weights);
      return k.quarticDifference(size, h, a, b, from.byteOffset, to.byteOffset);
    },
    product(eta, weights, v, out) {
      under(weights);
      k.quarticProduct(size, a, b, eta.byteOffset, v.byteOffset, out.byteOffset);
    },
    diagonal(eta, weights, out) {
      under(weights);
      k.quarticDiagonal(size, a, b, eta.byteOffset, out.byteOffset);
    },
    bounds(_eta, weights, rows) {
      under(weights);
      k.quarticBounds(size, a, b, rows.byteOffset);
    },
  };
}
