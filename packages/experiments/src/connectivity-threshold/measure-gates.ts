import { gatingMetrics } from '@cfc/modules-gating';
import { type Bridges, bridgesOf, etaWith } from './bridges.js';
import type { Cell, GateRow } from './cells.js';
import { type Relaxed, relaxGates } from './gate-system.js';
import { type Deciding, energyOf, openByGates } from './open-by-gates.js';

/** Shortcuts for each node, all bundles together. */
const DENSITY = 0.05;
const BUNDLES = 16;
/** What opening one bundle costs. */
export const COST = 0.05;
const SHARPNESS = 4;
/** Where each way is looked at: p = 0.30, 0.31, ... 0.54. */
const PROBABILITIES = Array.from({ length: 25 }, (_, k) => (30 + k) / 100);

/** A way by which gates open bundles: how they decide, the weight of the gate benefit, and how many gates there are. */
interface GateWay extends Deciding {
  readonly way: string;
  readonly benefit: number;
  readonly count: number;
}

const asRead: GateWay = { way: 'gates as read', by: 'read', atOnce: false, benefit: 0, count: BUNDLES };
const gateWays: readonly GateWay[] = [
  { ...asRead, way: 'gates as read, all at once', atOnce: true },
  { ...asRead, way: 'one gate for all', count: 1 },
  { ...asRead, way: 'gates relaxed, no benefit', by: 'gates' },
  { ...asRead, way: 'gates relaxed, benefit 1', by: 'gates', benefit: 1 },
  { ...asRead, way: 'gates relaxed, benefit 9', by: 'gates', benefit: 9 },
];

/** What each way of deciding about shortcuts makes of the same torus, at every probability. */
export function measureGates({ size, seed }: Cell): readonly GateRow[] {
  const head = { part: 'gates', size, seed } as const;
  const at = (p: number, count = BUNDLES): Bridges => bridgesOf(size, seed, p, DENSITY, count);
  const ungated = (way: string, count: (place: number) => number): readonly GateRow[] =>
    PROBABILITIES.map((p, place) => ({ ...head, way, p, ...withFirst(at(p), count(place)), ...NO_METRICS }));
  const gated = (one: GateWay): readonly GateRow[] => {
    const runs = PROBABILITIES.map((p) => ({ p, ...byGates(at(p, one.count), one) }));
    const { hazardMean, muHat, goodBadRatio } = gatingMetrics(runs.flatMap(({ decisions }) => decisions));
    return runs.map(({ p, found }) => ({ ...head, way: one.way, p, ...found, hazardMean, muHat, goodBadRatio }));
  };
  const chosen = gated(asRead);
  return [
    ...ungated('no shortcuts', () => 0),
    ...ungated('all shortcuts', () => BUNDLES),
    ...chosen,
    ...ungated('as many, unchosen', (place) => Math.round(BUNDLES * chosen[place]!.open)),
    ...gateWays.flatMap(gated),
  ];
}

const NO_METRICS = { hazardMean: null, muHat: null, goodBadRatio: null };

type Found = Pick<GateRow, 'eta' | 'relaxed' | 'open' | 'fall' | 'won'>;

/** Opens the first bundles, whatever they are worth. */
function withFirst(bridges: Bridges, count: number): Found {
  const eta = etaWith(bridges, [...bridges.bundles.keys()].slice(0, count));
  return foundOf(bridges, eta, count / BUNDLES, relaxGates(eta, [], { cost: COST, sharpness: SHARPNESS, benefit: 0 }));
}

function byGates(bridges: Bridges, { count, benefit, by, atOnce }: GateWay) {
  const gates = { cost: (COST * BUNDLES) / count, sharpness: SHARPNESS, benefit };
  const { open, eta, last, decisions } = openByGates(bridges, gates, { by, atOnce });
  return { found: foundOf(bridges, eta, open.length / count, last), decisions };
}

function foundOf(bridges: Bridges, eta: number, open: number, { eta: relaxed, fall }: Relaxed): Found {
  const won = energyOf(etaWith(bridges, [])) - energyOf(eta) - COST * BUNDLES * open;
  return { eta, relaxed, open, fall, won };
}
