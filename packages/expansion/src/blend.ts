import { CfcError, type Etas, type Parts, type System, checkEta, describe, onlyKeys, partsOf } from '@cfc/core';
import { attach, sizeOf } from './attach.js';
import { checkProposals } from './check-proposals.js';
import { isOpen } from './gate.js';
import { type ExpandOptions, type Settings, checkedOptions } from './options.js';
import type { Proposal } from './proposal.js';
import { restOf } from './rest.js';
import { startOf } from './weigh.js';

/** A system with proposals, at rest. */
export interface Side {
  readonly system: System;
  readonly eta: Readonly<Record<string, number>>;
  readonly energy: number;
  readonly complexity: number;
  /** energy + complexity. */
  readonly total: number;
}

/** The same proposals behind blending and behind snapping gates. */
export interface Blend {
  /** Everything is there, each proposal's energy and complexity weighted by η of its gate. */
  readonly soft: Side;
  /** Gates above 1/2 are open and the others closed: in full, or not there. */
  readonly hard: Side;
  /** Ids of what is there in `hard`. What is coupled to something closed is closed as well. */
  readonly open: readonly string[];
  /** The total of `soft` less that of `hard`: above 0 where snapping wins. */
  readonly difference: number;
}

/**
 * Decisions as a continuous and as a discrete problem: the relaxed totals with every proposal weighted by its gate, and with
 * gates snapped open or closed.
 *
 * The least total, as a function of all gates, is the minimum of functions that are linear in them, and so concave: its least
 * value over all gates in [0, 1] is found with every gate at 0 or 1. Blending the gates never beats the best way to snap them.
 *
 * @param gates η in [0, 1] by proposal
 * @param options `gamma`, `gammaCoupling` and `plan`, as for `expand`
 * @throws as `expand`; `NAME_TAKEN` for two proposals that bring the same module; `INPUT_INVALID` for a gate that is none
 */
export function blend<Inputs extends object>(
  system: System<Inputs>,
  eta0: Etas,
  proposals: readonly Proposal[],
  gates: Readonly<Record<string, number>>,
  options: Pick<ExpandOptions, 'gamma' | 'gammaCoupling' | 'plan'> = {},
): Blend {
  onlyKeys({ ...options }, ['gamma', 'gammaCoupling', 'plan'], 'blend');
  const settings = checkedOptions(options, 'blend');
  const initial = new Set(system.ids);
  const checked = checkProposals(proposals, { initial, modules: initial, accepted: new Set() });
  checkGates(checked, gates);
  const start = checkEta(system, eta0);
  const eta = Object.fromEntries(system.ids.map((id, i) => [id, start[i]!]));
  return blendOf(partsOf(system as unknown as System), eta, checked, gates, settings);
}

/** @param eta of the system's modules, and of those of proposals that do not begin as they say */
export function blendOf(
  parts: Parts,
  eta: Readonly<Record<string, number>>,
  proposals: readonly Proposal[],
  gates: Readonly<Record<string, number>>,
  settings: Pick<Settings, 'gamma' | 'gammaCoupling' | 'plan'>,
): Blend {
  const open = opened(parts, proposals, gates);
  const side = (some: readonly Proposal[], gateOf: (proposal: Proposal) => number): Side => {
    const all = some.reduce((whole, proposal) => attach(whole, proposal, gateOf(proposal)), parts);
    const starts = Object.assign({}, ...some.map(startOf), eta) as Record<string, number>;
    const start = Object.fromEntries(Object.keys(all.modules).map((id) => [id, starts[id]!]));
    const rest = restOf(all, start, settings.plan);
    const complexity = some.reduce((sum, proposal) => {
      const { modules, couplings } = sizeOf(proposal);
      return sum + gateOf(proposal) * (settings.gamma * modules + settings.gammaCoupling * couplings);
    }, 0);
    return { system: rest.system, eta: rest.eta, energy: rest.energy, complexity, total: rest.energy + complexity };
  };
  const soft = side(proposals, ({ id }) => gates[id]!);
  const hard = side(open, () => 1);
  return { soft, hard, open: open.map(({ id }) => id), difference: soft.total - hard.total };
}

/** Proposals behind open gates, without those that miss an end behind a closed one. */
function opened(
  parts: Parts,
  proposals: readonly Proposal[],
  gates: Readonly<Record<string, number>>,
): readonly Proposal[] {
  let open = proposals.filter(({ id }) => isOpen(gates[id]!));
  for (let before = -1; before !== open.length;) {
    before = open.length;
    const known = new Set([parts, ...open].flatMap(({ modules = {} }) => Object.keys(modules)));
    open = open.filter(({ couplings = [] }) =>
      couplings.every(({ between }) => between.every((end) => known.has(end))),
    );
  }
  return open;
}

function checkGates(proposals: readonly Proposal[], gates: Readonly<Record<string, number>>): void {
  onlyKeys(
    gates,
    proposals.map(({ id }) => id),
    'blend.gates',
  );
  const owners = new Map<string, string>();
  for (const { id, modules = {} } of proposals) {
    const eta: unknown = gates[id];
    if (!(typeof eta === 'number' && eta >= 0 && eta <= 1)) {
      const what = `the gate of "${id}" is ${describe(eta)}`;
      throw new CfcError('INPUT_INVALID', what, `blend.gates.${id}`, 'Give a number in [0, 1].');
    }
    for (const module of Object.keys(modules)) {
      const what = `"${owners.get(module)}" brings a module "${module}" too`;
      if (owners.has(module)) throw new CfcError('NAME_TAKEN', what, `proposals.${id}`, 'Give one of the two.');
      owners.set(module, id);
    }
  }
}
