import { type Etas, type System, checkEta, partsOf } from '@cfc/core';
import { type Blend, blendOf } from './blend.js';
import { boltzmann } from './boltzmann.js';
import type { Branch } from './branch.js';
import { checkProposals } from './check-proposals.js';
import { type Sprout, sprout } from './grow.js';
import { type Live, branchOf, rootOf, totalOf } from './live.js';
import { type ExpandOptions, type Settings, checkedOptions } from './options.js';
import type { Proposal, Propose } from './proposal.js';
import { select } from './select.js';

/** How a system grew: the branch of the lowest total, and the others. */
export interface Expansion extends Branch {
  /** All that are alive at the end, at most k, the lowest total first. */
  readonly branches: readonly Branch[];
  /** `complete` where nothing is left that pays in any branch; `stopped` where the rounds were used up. */
  readonly outcome: 'complete' | 'stopped';
  readonly rounds: number;
  /** How many relaxations it took: what it cost. */
  readonly relaxations: number;
  /** Where gates blend: the best branch with all its gates snapped, beside it as it is. Null where they snap anyway. */
  readonly bridge: Blend | null;
}

/**
 * Energy-gated expansion. Lets a system grow by proposals of modules and couplings, round after round; one enters only if the
 * relaxed energy falls by more than it costs:
 *
 *     E_relaxed(before) - [E_relaxed(after) + γ · modules added + γ_c · couplings added] > τ
 *
 * In each round every branch is tried with every proposal that is new to its present state; of all branches that one paying
 * proposal leads to, the k of the lowest totals live on. With k = 1 this is the greedy search. Energies are unit-weight energies.
 * The total never rises, whatever is proposed. Pure: the same arguments give the same bits.
 *
 * A round costs one compilation and one relaxation for each proposal and branch, two where gates blend.
 *
 * @param eta0 order parameters to begin with, as a vector, a list or by id
 * @param proposals a list, of which all that was not accepted is tried again each time the system has grown; or a function
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID` for γ, γ_c or τ below 0, k or rounds below 1; `NAME_TAKEN`, `NAME_UNKNOWN`,
 * `INPUT_INVALID` for proposals, see `checkProposals`; what `defineSystem` and `relax` throw
 *
 * @example
 * const { accepted, tree } = expand(system, eta0, [{ id: 'p', modules: { m: landau({ h: 1 }) } }], { gamma: 0.05 });
 */
export function expand<Inputs extends object>(
  system: System<Inputs>,
  eta0: Etas,
  proposals: readonly Proposal[] | Propose,
  options: ExpandOptions = {},
): Expansion {
  const settings = checkedOptions(options, 'expand');
  const source = system as unknown as System;
  const initial = new Set(source.ids);
  const start = checkEta(source, eta0);
  if (typeof proposals !== 'function') checkProposals(proposals, { initial, modules: initial, accepted: new Set() });
  const etas = Object.fromEntries(source.ids.map((id, i) => [id, start[i]!]));
  let lives: readonly Live[] = [rootOf(partsOf(source), etas, settings)];
  let [round, relaxations] = [0, 1];
  while (round < settings.rounds && lives.some(({ done }) => !done)) {
    round++;
    const weights = weightsOf(lives, settings);
    const sprouts = lives.map((live, k): Sprout => {
      if (live.done) return { live, weighed: [], waiting: [] };
      const offered = typeof proposals === 'function' ? proposals(branchOf(live, weights[k]!), round) : proposals;
      const modules = new Set(live.owners.keys());
      const checked = checkProposals(offered, { initial, modules, accepted: new Set(live.order) });
      return sprout(live, checked, round, settings);
    });
    for (const { weighed } of sprouts) for (const one of weighed) relaxations += one.relaxations;
    lives = select(sprouts, round, settings);
  }
  return finished(lives, round, relaxations, settings, source);
}

function finished(
  lives: readonly Live[],
  rounds: number,
  relaxations: number,
  settings: Settings,
  source: System,
): Expansion {
  const sorted = [...lives].sort((a, b) => totalOf(a) - totalOf(b));
  const weights = weightsOf(sorted, settings);
  const branches = sorted.map((live, k) => branchOf(live, weights[k]!));
  const best = sorted[0]!;
  const gates = Object.fromEntries(best.accepted.map(({ decision }) => [decision.id, decision.gate]));
  const accepted = best.accepted.map(({ proposal }) => proposal);
  const soft = settings.decide === 'soft';
  return Object.freeze({
    ...branches[0]!,
    branches,
    outcome: sorted.every(({ done }) => done) ? 'complete' : 'stopped',
    rounds,
    relaxations: relaxations + (soft ? 2 : 0),
    bridge: soft ? blendOf(partsOf(source), best.rest.eta, accepted, gates, settings) : null,
  });
}

const weightsOf = (lives: readonly Live[], { temperature }: Settings): readonly number[] =>
  boltzmann(lives.map(totalOf), temperature);
