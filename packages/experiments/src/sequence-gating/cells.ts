import { uniform } from '@cfc/core';
import { energyGating, gatingMetrics, hazard, straightThrough } from '@cfc/modules-gating';
import { sequenceConsistency } from '@cfc/modules-sequence';
import type { Scope } from '../experiment.js';
import { total } from '../over-seeds.js';
import { ARRANGEMENTS, COST, SHARPNESS, relaxedGates } from './gates.js';
import { drawWindows, monotonicity } from './windows.js';

/** One stream of windows, of which so many pairs each are read. */
export interface Cell {
  readonly seed: number;
  readonly samples: number;
  readonly windows: number;
}

/** Who decides on repairs; the last knows the true gains. */
export const POLICIES = [
  'gate as read',
  'gate relaxed',
  'gates of neighbours coupled',
  'gate tied to its sequence',
  'always',
  'never',
  'random, same rate',
  'true gain',
] as const;
export type Policy = (typeof POLICIES)[number];

/** The decisions of one policy on one stream. */
export type Found = {
  readonly seed: number;
  readonly samples: number;
  readonly policy: Policy;
  readonly windows: number;
  /** Windows whose repair truly gains more than it costs. */
  readonly paying: number;
  readonly opened: number;
  /** Opened ones among them. */
  readonly good: number;
  /** Change of the energy of all sequences by the repairs made. */
  readonly deltaF: number;
  /** Gain less cost of the repairs made. */
  readonly value: number;
  readonly muHat: number;
  readonly goodBadRatio: number;
  /** Of gates as read; the others have no hazard. */
  readonly hazardMean: number | null;
};

export function cells(scope: Scope): readonly Cell[] {
  const [seeds, levels] = scope === 'quick' ? [10, [8, 32, 128]] : [30, [8, 16, 32, 64, 128, 256, 512]];
  return levels.flatMap((samples) => Array.from({ length: seeds }, (_, seed) => ({ seed, samples, windows: 100 })));
}

const { energy } = sequenceConsistency.family;
const { options } = sequenceConsistency();
const energyOf = (eta: number): number => energy(eta, options, {});

export function measure({ seed, samples, windows }: Cell): readonly Found[] {
  const drawn = drawWindows(windows, seed);
  const gains = drawn.map(({ values, repaired }) => energyOf(monotonicity(values)) - energyOf(monotonicity(repaired)));
  const reading = drawn.map((_, i) => sequenceConsistency({ samples, seed: seed * windows + i }));
  const eta = (i: number, values: readonly number[]): number =>
    sequenceConsistency.family.eta(values, reading[i]!.options);
  const order = drawn.map(({ values }, i) => eta(i, values));
  const read = drawn.map(({ repaired }, i) => energyOf(order[i]!) - energyOf(eta(i, repaired)));
  const gate = energyGating({ cost: COST, k: SHARPNESS });
  const gates = read.map((gain) => gate.family.eta({ gain }, gate.options));
  const relaxed = (arrangement: keyof typeof ARRANGEMENTS): readonly boolean[] =>
    relaxedGates(order, read, gates, ARRANGEMENTS[arrangement]).map(isOpen);
  const asRead = gates.map(isOpen);
  const rate = asRead.filter(Boolean).length / windows;
  const open: Record<Policy, readonly boolean[]> = {
    'gate as read': asRead,
    'gate relaxed': relaxed('alone'),
    'gates of neighbours coupled': relaxed('neighbours'),
    'gate tied to its sequence': relaxed('tied'),
    always: gains.map(() => true),
    never: gains.map(() => false),
    'random, same rate': gains.map((_, i) => uniform(seed, samples, i) < rate),
    'true gain': gains.map((gain) => gain > COST),
  };
  const hazardMean = total(read, (gain) => hazard(gain, COST, SHARPNESS)) / windows;
  return POLICIES.map((policy) => ({
    seed,
    samples,
    policy,
    windows,
    ...judged(gains, open[policy]),
    hazardMean: policy === 'gate as read' ? hazardMean : null,
  }));
}

const isOpen = (eta: number): boolean => straightThrough(eta).forward === 1;

function judged(gains: readonly number[], open: readonly boolean[]) {
  const made = gains.filter((_, i) => open[i]);
  const pays = (gain: number): boolean => gain > COST;
  const { muHat, goodBadRatio } = gatingMetrics(
    gains.map((gain, i) => ({
      hazard: 0,
      eta: open[i] ? 1 : 0,
      redemption: gain - COST,
      good: open[i]! && pays(gain),
    })),
  );
  return {
    paying: gains.filter(pays).length,
    opened: made.length,
    good: made.filter(pays).length,
    deltaF: 0 - total(made, (gain) => gain),
    value: total(made, (gain) => gain - COST),
    muHat,
    goodBadRatio,
  };
}
