import {
  type CompiledSystem,
  type Given,
  type Plan,
  anyOf,
  auto,
  fill,
  gradientBelow,
  integer,
  maxSteps,
  monotone,
  relax,
} from '@cfc/core';
import { couplingsOf, metered } from '../meter.js';
import type { Proposal, Proposer, Query } from '../proposers/proposer.js';
import { aggregated } from './aggregated.js';
import { coarsened } from './coarsened.js';

const fields = {
  rounds: integer(2, 'groups of each level have up to 2^rounds of the level below', { min: 1 }),
  levels: integer(1, 'coarse levels', { min: 1 }),
  sweeps: integer(1, 'Gauss-Seidel sweeps on the fine system at the end', { min: 0 }),
};

/** A start needs to be no better than this. */
const rough: Plan = {
  method: auto(),
  guard: monotone(),
  stop: anyOf({ of: [gradientBelow({ norm: 1e-3 }), maxSteps({ steps: 100 })] }),
};

/**
 * Proposes by way of coarse systems: the coarsest is relaxed from what was read, each finer one from what the one before
 * came to, and the finest prolonged to all modules, then smoothed by sweeps. Learns nothing; for systems whose couplings are
 * strong against their local energies.
 *
 * Visits: those of the coarse relaxations, and two passes for each level, one for the strengths and one to collect. The sweeps,
 * which need `curvature`, are asked of the system itself.
 *
 * @param given `rounds` >= 1 (2), `levels` >= 1 (1), `sweeps` >= 0 (1)
 * @param plan of the coarse relaxations; `Auto` to a projected gradient of 1e-3 where none is given
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`; what `relax` throws
 * Sources: F. Bornemann, P. Deuflhard, Numer. Math. 75 (1996) 135; K. Stüben, J. Comput. Appl. Math. 128 (2001) 281.
 */
export function cascade(given?: Given<typeof fields>, plan: Plan = rough): Proposer<null> {
  const { rounds, levels, sweeps } = fill(fields, given, 'cascade');
  return Object.freeze<Proposer<null>>({
    init: () => null,
    propose({ system, read }: Query): Proposal {
      let eta: Float64Array = Float64Array.from(read);
      let visits = 0;
      for (let level = levels; level > 0; level--) {
        const coarse = coarsened(system, aggregated(system, read, rounds * level));
        const meter = metered(coarse.system);
        eta = coarse.prolong(relax(meter.system, coarse.restrict(eta), plan).vector);
        visits += meter.visits() + 2 * couplingsOf(system);
      }
      return { eta: smoothed(system, eta, sweeps), visits };
    },
    learn: () => null,
  });
}

function smoothed(system: CompiledSystem, eta: Float64Array, sweeps: number): Float64Array {
  if (sweeps === 0) return eta;
  const gradient = new Float64Array(system.size);
  system.gradient(eta, system.unit, gradient);
  for (let sweep = 0; sweep < sweeps; sweep++) system.sweep(eta, system.unit, gradient);
  return eta;
}
