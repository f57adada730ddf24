import type { Kernels } from '../wasm/memory.js';
import type { Part } from './part.js';
import type { Table } from './table.js';

/** All folded families and squared gaps by the passes in wasm/passes.ts. Vectors have to lie in the kernels' memory. */
export function engineWasm(kernels: Kernels, table: Table): Part {
  const { at } = table;
  return {
    energy(eta, weights) {
      table.under(weights);
      return kernels.energy(at, eta.byteOffset);
    },
    gradient(eta, weights, g) {
      table.under(weights);
      return kernels.gradient(at, eta.byteOffset, g.byteOffset);
    },
    difference(from, to, weights) {
      table.under(weights);
      return kernels.difference(at, from.byteOffset, to.byteOffset);
    },
    product(eta, weights, v, out) {
      table.under(weights);
      kernels.product(at, eta.byteOffset, v.byteOffset, out.byteOffset);
    },
    diagonal(eta, weights, out) {
      table.under(weights);
      kernels.diagonal(at, eta.byteOffset, out.byteOffset);
    },
    bounds(_eta, weights, out) {
      table.under(weights);
      kernels.bounds(at, out.byteOffset);
    },
  };
}
