import type { Decision, Refusal } from './decision.js';
import type { Live } from './live.js';
import type { Settings } from './options.js';
import { parentOf } from './parent.js';
import type { Proposal } from './proposal.js';
import { type Weighed, weigh } from './weigh.js';

/** What a branch may become in one round. */
export interface Sprout {
  readonly live: Live;
  /** All that was measured. */
  readonly weighed: readonly Weighed[];
  /** What could not be measured yet, or any more. */
  readonly waiting: readonly Refusal[];
}

/** Measures all proposals that are new to a branch in its present state, and that all of it is there for. */
export function sprout(live: Live, proposals: readonly Proposal[], round: number, settings: Settings): Sprout {
  const fresh = proposals.filter(({ id }) => !live.order.includes(id) && !live.tried.has(id));
  const reasons = fresh.map((proposal) => [proposal, hindrance(live, proposal)] as const);
  return {
    live,
    weighed: reasons.flatMap(([proposal, reason]) => (reason === null ? [weigh(live, proposal, round, settings)] : [])),
    waiting: reasons.flatMap(([{ id }, reason]) =>
      reason === null ? [] : [{ id, round, reason, gain: null, net: null }],
    ),
  };
}

/** Why a proposal cannot be tried on a branch, or null. */
function hindrance({ owners, order }: Live, { modules = {}, couplings = [], parent }: Proposal): string | null {
  const taken = Object.keys(modules).find((id) => owners.has(id));
  if (taken !== undefined) return `"${owners.get(taken)}" brought another module "${taken}"`;
  const ends = couplings.flatMap(({ between }) => between);
  const missing = ends.find((end) => !owners.has(end) && !Object.hasOwn(modules, end));
  if (missing !== undefined) return `it waits for the module "${missing}"`;
  if (parent === undefined || order.includes(parent) || owners.has(parent)) return null;
  return `it waits for its parent "${parent}"`;
}

/** The branch after a round without growth. */
export function rested({ live, weighed, waiting }: Sprout, settings: Settings): Live {
  return {
    ...live,
    decisions: [...live.decisions, ...decided(weighed, null)],
    refusals: refused(live, weighed, waiting, null, settings),
    tried: new Set([...live.tried, ...weighed.map(({ proposal }) => proposal.id)]),
    done: weighed.length === 0,
  };
}

/** The branch with one of its proposals. */
export function grown({ live, weighed, waiting }: Sprout, chosen: Weighed, settings: Settings): Live {
  const { proposal, rest, complexity } = chosen;
  const { id, modules = {} } = proposal;
  const parent = parentOf(proposal, live, live.rest.parts.weights);
  const [energyBefore, energyAfter] = [live.rest.energy, rest.energy];
  const { round } = chosen.decision;
  return {
    rest,
    complexity,
    history: [...live.history, rest.energy + complexity],
    accepted: [...live.accepted, { proposal, decision: { ...chosen.decision, outcome: 'accepted' } }],
    decisions: [...live.decisions, ...decided(weighed, chosen)],
    refusals: refused(live, weighed, waiting, chosen, settings),
    tree: [...live.tree, { id, parent, energyBefore, energyAfter, gain: energyBefore - energyAfter, round }],
    owners: new Map([...live.owners, ...Object.keys(modules).map((module) => [module, id] as const)]),
    order: [...live.order, id],
    tried: new Set(),
    done: false,
  };
}

const decided = (weighed: readonly Weighed[], chosen: Weighed | null): readonly Decision[] =>
  weighed.map((one) => {
    return { ...one.decision, outcome: one === chosen ? 'accepted' : one.pays ? 'outdone' : 'refused' };
  });

function refused(
  live: Live,
  weighed: readonly Weighed[],
  waiting: readonly Refusal[],
  chosen: Weighed | null,
  { tau }: Settings,
): ReadonlyMap<string, Refusal> {
  const refusals = new Map(live.refusals);
  for (const refusal of waiting) refusals.set(refusal.id, refusal);
  for (const { decision, pays } of weighed) {
    const { id, round, gain, net } = decision;
    refusals.set(id, { id, round, reason: reasonOf(decision, pays, tau), gain, net });
  }
  if (chosen !== null) refusals.delete(chosen.proposal.id);
  return refusals;
}

function reasonOf({ net, blended, gate }: Weighed['decision'], pays: boolean, tau: number): string {
  if (pays) return 'another one went first';
  const fall = Math.min(net, blended ?? net);
  if (fall > tau) return `its gate stays closed at ${gate}`;
  return fall < 0 ? `the total rises by ${-fall}` : `the total falls by ${fall}, which is not more than ${tau}`;
}
