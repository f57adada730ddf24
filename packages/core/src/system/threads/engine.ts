import type { Vector } from '../../contract/energy.js';
import type { Part } from '../engine/part.js';
import type { Table } from '../engine/table.js';
import { type Job, operations } from './job.js';

/** All folded families and squared gaps by the passes in wasm/passes.ts, a partition at a time on whichever thread is free. */
export function engineOfShares(job: Job, tables: readonly Table[]): Part {
  let last: Float64Array | null = null;
  const under = (weights: Vector): void => {
    if (last?.every((weight, t) => weight === weights[t]) === true) return;
    last = Float64Array.from(weights);
    for (const table of tables) table.under(weights);
  };
  const run = (operation: number, weights: Vector, ...vectors: readonly Vector[]): void => {
    under(weights);
    job.run(
      operation,
      true,
      vectors.map(({ byteOffset }) => byteOffset),
    );
  };
  return {
    energy(eta, weights) {
      run(operations.energy, weights, eta);
      return job.sum();
    },
    gradient(eta, weights, g) {
      run(operations.gradient, weights, eta, g);
      return job.sum();
    },
    difference(from, to, weights) {
      run(operations.difference, weights, from, to);
      return job.sum();
    },
    product(eta, weights, v, out) {
      run(operations.product, weights, eta, v, out);
    },
    diagonal(eta, weights, out) {
      run(operations.diagonal, weights, eta, out);
    },
    bounds(_eta, weights, out) {
      run(operations.bounds, weights, out);
    },
  };
}
