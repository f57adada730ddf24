import type { Signals, Vector } from '../../contract/energy.js';
import type { TermSums } from '../../contract/system.js';
import { couplingSquares, localSquares } from '../terms.js';
import { ETA } from '../wasm/arena.js';
import type { EdgeFamily } from './edges.js';
import type { Engine } from './engine.js';
import { type FoldedSums, foldedSums } from './folded-sums.js';
import { gapSums } from './gaps-js.js';

/** Energies and gradient norms of all terms. */
export interface Sums {
  /** Writes them; returns the sum of all, which is NaN where one of them is. */
  alone(eta: Vector, weights: Vector, to: TermSums): number;
  /** The same on the way of the engine's gradient, whose energy it returns; both vectors lie in the engine's memory. */
  along(eta: Vector, weights: Vector, gradient: Float64Array, to: TermSums): number;
}

/** Squared gaps on the way of a gradient in the kernels where there are any, folded families by their columns, all others by their functions. */
export function sumsOf(engine: Engine, signals: Signals): Sums {
  const { arena, edges, table, own, locals, couplings } = engine;
  const folded: readonly FoldedSums[] = engine.families.map((family) =>
    foldedSums(family, engine.folded!.h.length, engine),
  );
  const raw = rawSums(engine);
  const inKernels = arena.holds(raw);

  const gapsOf = (pieces: readonly EdgeFamily[], eta: Vector): void => {
    pieces.forEach((piece, k) => gapSums(edges, piece, eta, raw, 2 * k));
  };
  /** Adds up what stands in `raw`, adds all other families, and takes roots. */
  const finished = (
    pieces: readonly EdgeFamily[],
    eta: Vector,
    weights: Vector,
    { energies, norms }: TermSums,
  ): number => {
    for (let t = 0; t < norms.length; t++) energies[t] = norms[t] = 0;
    for (let k = 0; k < pieces.length; k++) {
      const { term } = pieces[k]!;
      energies[term] = energies[term]! + raw[2 * k]!;
      norms[term] = norms[term]! + 4 * raw[2 * k + 1]!;
    }
    for (const write of folded) write(eta, energies, norms);
    for (const { kernel, term } of locals) energies[term] = kernel(eta, 1, null);
    for (const { kernel, term } of couplings) energies[term] = kernel(eta, 1, null);
    for (const group of locals) norms[group.term] = localSquares(group, eta, signals);
    for (const group of couplings) norms[group.term] = couplingSquares(group, eta, signals);
    let total = 0;
    for (let t = 0; t < norms.length; t++) {
      energies[t] = weights[t]! * energies[t]!;
      norms[t] = weights[t]! * Math.sqrt(norms[t]!);
      total += energies[t]! + norms[t]!;
    }
    return total;
  };

  return {
    alone(eta, weights, to) {
      const { families } = edges;
      const at = arena.inside(eta, ETA);
      gapsOf(families, at);
      return finished(families, at, weights, to);
    },
    along(eta, weights, gradient, to) {
      const { pieces } = edges;
      let energy: number;
      if (table === null || !inKernels) {
        energy = own.gradient(eta, weights, gradient);
        gapsOf(pieces, eta);
      } else {
        table.under(weights);
        energy = arena.kernels!.gradientWithSums(table.at, eta.byteOffset, gradient.byteOffset, raw.byteOffset);
      }
      finished(pieces, eta, weights, to);
      return energy;
    },
  };
}

/** Room for two sums of every piece, in the kernels' memory where it has some. */
function rawSums({ arena, edges }: Engine): Float64Array {
  const count = 2 * Math.max(1, edges.families.length, edges.pieces.length);
  const bytes = arena.more(8 * count);
  return new Float64Array(bytes.buffer, bytes.byteOffset, count);
}
