import type { Etas, Parts } from '@cfc/core';
import type { Branch } from './branch.js';
import type { Decision, Refusal } from './decision.js';
import type { Settings } from './options.js';
import type { Lineage } from './parent.js';
import { type Proposal, ROOT } from './proposal.js';
import { type Rest, restOf } from './rest.js';
import type { TreeNode } from './tree/node.js';

/** A branch on its way. */
export interface Live extends Lineage {
  readonly rest: Rest;
  readonly complexity: number;
  readonly history: readonly number[];
  readonly accepted: readonly { readonly proposal: Proposal; readonly decision: Decision }[];
  readonly decisions: readonly Decision[];
  /** The last word on every proposal that did not enter. */
  readonly refusals: ReadonlyMap<string, Refusal>;
  readonly tree: readonly TreeNode[];
  /** What was refused since it last grew. */
  readonly tried: ReadonlySet<string>;
  /** Whether nothing new is proposed. */
  readonly done: boolean;
}

export const totalOf = ({ rest, complexity }: Live): number => rest.energy + complexity;

/** The initial system at rest. @throws what `restOf` throws */
export function rootOf(parts: Parts, eta0: Etas, { plan }: Settings): Live {
  const rest = restOf(parts, eta0, plan);
  const { before, energy } = rest;
  return {
    rest,
    complexity: 0,
    history: [before, energy],
    accepted: [],
    decisions: [],
    refusals: new Map(),
    tree: [{ id: ROOT, parent: null, energyBefore: before, energyAfter: energy, gain: before - energy, round: 0 }],
    owners: new Map(Object.keys(parts.modules).map((id) => [id, ROOT])),
    order: [ROOT],
    tried: new Set(),
    done: false,
  };
}

/** A branch as callers see it. */
export function branchOf(live: Live, weight: number): Branch {
  const { rest, complexity, history, accepted, decisions, refusals, tree } = live;
  return Object.freeze({
    system: rest.system,
    eta: rest.eta,
    energy: rest.energy,
    complexity,
    total: totalOf(live),
    history,
    accepted: accepted.map(({ decision }) => decision),
    refused: [...refusals.values()],
    decisions,
    tree,
    weight,
  });
}
