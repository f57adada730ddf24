import type { Signals, Vector } from '../../contract/energy.js';
import { couplingSquares, localSquares } from '../terms.js';
import { ETA } from '../wasm/arena.js';
import type { Engine } from './engine.js';
import { gapSums } from './gaps-js.js';
import type { FoldedFamily } from './quartics.js';

/** Writes the weighted energy of terms, and the squares of their weighted gradients. */
type WriteSums = (eta: Vector, weights: Vector, energies: Float64Array, squares: Float64Array) => void;

/**
 * Writes the weighted energy and gradient norm of every term, and returns the sum of all: squared gaps in the kernels where there are any, folded families by their columns, others
 * by their functions.
 */
export function sumsOf(
  engine: Engine,
  signals: Signals,
): (eta: Vector, weights: Vector, energies: Float64Array, norms: Float64Array) => number {
  const { families, locals, couplings } = engine;
  const writeGaps = gapSumsOf(engine);
  return (eta, weights, energies, norms) => {
    writeGaps(eta, weights, energies, norms);
    for (const family of families) writeFolded(family, eta, weights, energies, norms);
    for (const { kernel, term } of locals) energies[term] = kernel(eta, weights[term]!, null);
    for (const { kernel, term } of couplings) energies[term] = kernel(eta, weights[term]!, null);
    for (const group of locals) norms[group.term] = weights[group.term]! ** 2 * localSquares(group, eta, signals);
    for (const group of couplings) norms[group.term] = weights[group.term]! ** 2 * couplingSquares(group, eta, signals);
    let total = 0;
    for (let t = 0; t < norms.length; t++) total += energies[t]! + (norms[t] = Math.sqrt(norms[t]!));
    return total;
  };
}

function gapSumsOf({ arena, edges, rowTable }: Engine): WriteSums {
  const { families } = edges;
  const bytes = arena.more(16 * families.length);
  const sums = new Float64Array(bytes.buffer, bytes.byteOffset, 2 * families.length);
  const inKernels = rowTable !== null && arena.holds(sums);
  return (eta, weights, energies, squares) => {
    if (families.length === 0) return;
    if (inKernels) arena.kernels!.sums(rowTable.at, arena.inside(eta, ETA).byteOffset, sums.byteOffset);
    else families.forEach((family, k) => gapSums(edges, family, eta, sums, 2 * k));
    for (let k = 0; k < families.length; k++) {
      const { term } = families[k]!;
      const weight = weights[term]!;
      energies[term] = weight * sums[2 * k]!;
      squares[term] = 4 * weight * weight * sums[2 * k + 1]!;
    }
  };
}

function writeFolded(
  { term, slots, h, a, b }: FoldedFamily,
  eta: Vector,
  weights: Vector,
  energies: Float64Array,
  squares: Float64Array,
): void {
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
  energies[term] = weights[term]! * energy;
  squares[term] = weights[term]! * weights[term]! * square;
}
