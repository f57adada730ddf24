import { attach, sizeOf } from './attach.js';
import type { Decision } from './decision.js';
import { isOpen } from './gate.js';
import { type Live, totalOf } from './live.js';
import type { Settings } from './options.js';
import type { Proposal } from './proposal.js';
import { type Rest, energyAt, restOf } from './rest.js';

/** A proposal tried out on a branch. */
export interface Weighed {
  readonly proposal: Proposal;
  /** The branch with it, at rest; weighted by its gate where gates blend. */
  readonly rest: Rest;
  readonly complexity: number;
  readonly pays: boolean;
  readonly decision: Omit<Decision, 'outcome'>;
  readonly relaxations: number;
}

/**
 * The rule of energy-gated expansion: with all order parameters relaxed, a proposal pays where the total E + complexity falls
 * by more than τ. What would raise it has a gate of at most 1/2, and stays out whether gates snap or blend.
 *
 * Source: the fourth equation of the Complexity from Constraints note, ΔF < -τ.
 */
export function weigh(live: Live, proposal: Proposal, round: number, settings: Settings): Weighed {
  const { gamma, gammaCoupling, tau, plan, decide, gate: law, own } = settings;
  const { modules, couplings } = sizeOf(proposal);
  const cost = gamma * modules + gammaCoupling * couplings;
  const start = { ...live.rest.eta, ...startOf(proposal) };
  const full = restOf(attach(live.rest.parts, proposal, 1), start, plan);
  const net = totalOf(live) - (full.energy + (live.complexity + cost));
  const gate = law(net - tau);
  const soft = decide === 'soft' && gate < 1;
  const rest = soft ? restOf(attach(live.rest.parts, proposal, gate), start, plan) : full;
  const complexity = live.complexity + (decide === 'soft' ? gate * cost : cost);
  const fall = totalOf(live) - (rest.energy + complexity);
  return {
    proposal,
    rest,
    complexity,
    pays: fall > tau && net > tau && (!own || isOpen(gate)),
    decision: {
      id: proposal.id,
      round,
      gain: live.rest.energy - full.energy,
      cost,
      net,
      gate,
      blended: decide === 'soft' ? fall : null,
      redemption: live.rest.energy - energyAt(live.rest, rest.eta),
    },
    relaxations: soft ? 2 : 1,
  };
}

/** Where its modules begin. */
export const startOf = ({ modules = {}, eta = {} }: Proposal): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(Object.keys(modules).map((id) => [id, 0])),
  ...eta,
});
