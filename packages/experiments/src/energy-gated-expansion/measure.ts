import { type System, compile, relax, uniform } from '@cfc/core';
import {
  type Decision,
  type Expansion,
  type Proposal,
  blend,
  expand,
  generations,
  meanOffspring,
} from '@cfc/expansion';
import { gateDecision, gatingMetrics, hazard, logistic } from '@cfc/modules-gating';
import { type Kind, worldOf } from './world.js';

export interface Cell {
  readonly kind: Kind;
  /** γ, what each module costs. */
  readonly gamma: number;
  readonly seed: number;
}

/** What one world came to under one cost. */
export interface Grown {
  readonly kind: Kind;
  readonly gamma: number;
  readonly seed: number;
  /** Accepted ones among all proposals. */
  readonly rate: number;
  /** Fall of the relaxed energy, complexity not counted. */
  readonly fall: number;
  /** The same for as many proposals drawn at random, the mean of some draws. */
  readonly randomFall: number;
  /** Fall of the energy of the modules that were there at first. */
  readonly redemption: number;
  /** The same by starting these modules anew at random places, the best of some. */
  readonly restarted: number;
  readonly hazardMean: number;
  readonly muHat: number;
  readonly goodBadRatio: number;
  /** Mean number of children in the activation tree. */
  readonly offspring: number;
  readonly depth: number;
  /** Total with blending gates less total with snapped ones, by sharpness. */
  readonly bridge5: number;
  readonly bridge20: number;
  readonly bridge80: number;
  /** The activation tree: `id:parent:gain` of every accepted proposal. */
  readonly tree: string;
  readonly [column: string]: number | string;
}

/** Sharpness of the gates of which hazards are told. */
const SHARPNESS = 20;
const DRAWS = 5;
const RESTARTS = 20;
/** Words of the counter from which draws come. */
const [RESTART, CHOICE] = [11, 100];

export function measure({ kind, gamma, seed }: Cell): readonly Grown[] {
  const { system, proposals } = worldOf(kind, seed);
  const eta0 = new Float64Array(system.size);
  const out = expand(system, eta0, proposals, { gamma });
  const root = out.tree[0]!.energyAfter;
  const last = new Map(out.decisions.map((decision) => [decision.id, decision]));
  const count = out.accepted.length;
  const draws = Array.from({ length: count === 0 ? 0 : DRAWS }, (_, k) => {
    const chosen = drawn(proposals, system, count, seed, CHOICE + k);
    return blend(system, eta0, chosen, Object.fromEntries(chosen.map(({ id }) => [id, 1]))).hard.energy;
  });
  const { hazardMean, muHat, goodBadRatio } = gatingMetrics([...last.values()].map(gated));
  const bridge = (k: number): number => {
    const gates = proposals.map(({ id }) => [id, last.has(id) ? logistic(k * last.get(id)!.net) : 0] as const);
    return blend(system, eta0, proposals, Object.fromEntries(gates), { gamma }).difference;
  };
  return [
    {
      kind,
      gamma,
      seed,
      rate: count / proposals.length,
      fall: root - out.energy,
      randomFall: count === 0 ? 0 : root - draws.reduce((sum, energy) => sum + energy, 0) / DRAWS,
      redemption: root - energyOf(system, out),
      restarted: beyondRounding(root - Math.min(root, ...restarts(system, seed))),
      hazardMean,
      muHat,
      goodBadRatio,
      offspring: meanOffspring(out.tree),
      depth: generations(out.tree).length - 1,
      bridge5: bridge(5),
      bridge20: bridge(20),
      bridge80: bridge(80),
      tree: out.tree
        .slice(1)
        .map(({ id, parent, gain }) => `${id}:${parent}:${gain.toPrecision(4)}`)
        .join(' '),
    },
  ];
}

/** Energies that agree so far are of one minimum. */
const beyondRounding = (difference: number): number => (difference < 1e-9 ? 0 : difference);

/** A decision as the metrics of gates want it; what redeems is the fall of the energy of what was there before. */
const gated = ({ gain, cost, redemption, outcome }: Decision) =>
  gateDecision(hazard(gain, cost, SHARPNESS), outcome === 'accepted' ? redemption : 0);

/** Energy of the first modules where the expansion has put them. */
function energyOf(system: System, { eta }: Expansion): number {
  const compiled = compile(system);
  return compiled.energy(
    Float64Array.from(system.ids, (id) => eta[id]!),
    compiled.unit,
  );
}

/** Relaxed energies from random places. */
function restarts(system: System, seed: number): readonly number[] {
  const compiled = compile(system);
  return Array.from({ length: RESTARTS }, (_, k) => {
    const start = Float64Array.from(system.ids, (_, i) => uniform(seed, RESTART, k * system.size + i));
    return relax(compiled, start).unitEnergy;
  });
}

/** So many proposals at random, each after the one that it hangs on. */
function drawn(
  proposals: readonly Proposal[],
  { ids }: System,
  count: number,
  seed: number,
  draw: number,
): readonly Proposal[] {
  const known = new Set(ids);
  const chosen: Proposal[] = [];
  while (chosen.length < count) {
    const ready = proposals.filter((one) => !chosen.includes(one) && known.has(one.couplings![0]!.between[1]));
    const next = ready[Math.floor(uniform(seed, draw, chosen.length) * ready.length)]!;
    chosen.push(next);
    known.add(next.id);
  }
  return chosen;
}
