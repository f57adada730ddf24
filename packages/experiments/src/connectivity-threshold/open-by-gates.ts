import { connectivity } from '@cfc/modules-connectivity';
import { type GateDecision, gateDecision } from '@cfc/modules-gating';
import { type Bridges, etaWith } from './bridges.js';
import { type Gates, type Relaxed, relaxGates } from './gate-system.js';

/** How gates come to a decision. */
export interface Deciding {
  /** By η as it is read, or as it is after the relaxation. */
  readonly by: 'read' | 'gates';
  /** All that want to open do so at once, or only the one of most gain. */
  readonly atOnce: boolean;
}

/** What gates made of a graph. */
export interface Opened {
  /** Numbers of the open bundles. */
  readonly open: readonly number[];
  /** η of the graph in the end. */
  readonly eta: number;
  /** The last relaxation. */
  readonly last: Relaxed;
  /** Of every gate: the hazard when it decided, and what it is worth in the end, less its cost. */
  readonly decisions: readonly GateDecision[];
}

/** Largest η of which a hazard is taken: at 1 it is infinite. */
const SURE = 1 - 1e-6;

const { family, options } = connectivity();
/** The local energy of the connectivity. */
export const energyOf = (eta: number): number => family.energy(eta, options, {});

/**
 * Opens bundles of shortcuts by gates, one gate each, in rounds. In each round the gains are measured: how far the
 * connectivity's energy would fall if the bundle were opened in the graph as it is. Gates whose η exceeds 1/2 want to open;
 * those that do stay open, and the graph is read anew. A round in which none opens is the last.
 */
export function openByGates(bridges: Bridges, gates: Gates, { by, atOnce }: Deciding): Opened {
  const all = [...bridges.bundles.keys()];
  const hazards = all.map(() => 0);
  const open: number[] = [];
  for (;;) {
    const closed = all.filter((k) => !open.includes(k));
    const before = energyOf(etaWith(bridges, open));
    const gains = closed.map((k) => before - energyOf(etaWith(bridges, [...open, k])));
    const etas = relaxGates(etaWith(bridges, open), gains, gates)[by];
    closed.forEach((k, n) => (hazards[k] = -Math.log1p(-Math.min(etas[n]!, SURE))));
    const wanting = closed.map((k, n) => ({ k, gain: gains[n]!, eta: etas[n]! })).filter(({ eta }) => eta > 0.5);
    if (wanting.length === 0) break;
    wanting.sort((a, b) => b.gain - a.gain);
    open.push(...wanting.slice(0, atOnce ? wanting.length : 1).map(({ k }) => k));
  }
  const eta = etaWith(bridges, open);
  const worth = all.map((k) => worthOf(bridges, open, k));
  const last = relaxGates(eta, worth, gates);
  return { open, eta, last, decisions: all.map((k) => gateDecision(hazards[k]!, worth[k]! - gates.cost)) };
}

/** The connectivity's energy without a bundle less that with it, all others as they are. */
function worthOf(bridges: Bridges, open: readonly number[], k: number): number {
  const others = open.filter((other) => other !== k);
  return energyOf(etaWith(bridges, others)) - energyOf(etaWith(bridges, [...others, k]));
}
