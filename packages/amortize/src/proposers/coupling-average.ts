import { type CompiledSystem, type Vector, fill, integer, number } from '@cfc/core';
import { strengthsOf } from '../hierarchy/strengths.js';
import { couplingsOf } from '../meter.js';
import { heuristic } from './heuristic.js';
import type { Proposer } from './proposer.js';

const fields = {
  own: number(1, 'weight of what a module reads itself, as a share of all its couplings', { min: 0 }),
  sweeps: integer(1, 'how many times the average is taken: how many couplings far it reaches', { min: 1 }),
};

/**
 * The order parameters as read, averaged over couplings: η_i ← (own η_i + Σ_j s_ij η_j / Σ_j s_ij) / (own + 1), with s_ij the
 * strength |∂²E/∂η_i ∂η_j| of a coupling by its bound. Modules without couplings keep theirs.
 *
 * One pass for the strengths, and one for each sweep. A rule of thumb: nothing says that couplings pull together.
 *
 * @param options `own` >= 0 (1), `sweeps` >= 1 (1)
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`
 */
export function couplingAverage(options?: { readonly own?: number; readonly sweeps?: number }): Proposer<null> {
  const { own, sweeps } = fill(fields, options, 'couplingAverage');
  return heuristic(
    ({ system, read }) => {
      const strengths = strengthsOf(system, read);
      let eta: Float64Array = Float64Array.from(read);
      for (let sweep = 0; sweep < sweeps; sweep++) eta = averaged(system, strengths, eta, own);
      return eta;
    },
    ({ system }) => (1 + sweeps) * couplingsOf(system),
  );
}

/** For each module (own η_i + the mean over its couplings, by strength) / (own + 1); η_i itself where it has none. */
export function averaged(
  { incidence: { start, other } }: CompiledSystem,
  strengths: Vector,
  eta: Vector,
  own: number,
): Float64Array {
  return Float64Array.from(eta, (value, i) => {
    let [total, sum] = [0, 0];
    for (let entry = start[i]!; entry < start[i + 1]!; entry++) {
      total += strengths[entry]!;
      sum += strengths[entry]! * eta[other[entry]!]!;
    }
    return total > 0 ? (own * value + sum / total) / (own + 1) : value;
  });
}
