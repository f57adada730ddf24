import { type GateDecision, gatingMetrics, straightThrough } from '@cfc/modules-gating';
import type { Scope } from '../experiment.js';
import { total } from '../over-seeds.js';
import { contextEnergy, decided, prefixOnly } from '../sequence/context-energy.js';
import { chainModel, drawChain } from '../sequence/copying-chain.js';
import { exactMarginals } from '../sequence/exact-marginals.js';
import { gatesOf, redeemed } from '../sequence/revisions.js';

/** One seed, with some sequences and the whole grid. */
export interface Cell {
  readonly seed: number;
  readonly sequences: number;
}

/** The sequences of one seed at one place of the grid; counts are of early elements. */
export type Found = {
  readonly seed: number;
  /** Factor on the couplings of the model. */
  readonly strength: number;
  /** What a gate asks for, in nats. */
  readonly cost: number;
  readonly elements: number;
  readonly corrected: number;
  readonly broken: number;
  /** Means over the sequences; the first is the change of energy by the revisions let through, in nats at strength 1. */
  readonly deltaF: number;
  readonly hazardMean: number;
  readonly muHat: number;
};

export const STRENGTHS = [0, 0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16];
export const COSTS = [0, 0.25, 0.5, 1, 2, 4, 8, 16];
/** Noise of the early elements. */
export const NOISE = 2;

export const cells = (scope: Scope): readonly Cell[] => {
  const [seeds, sequences] = scope === 'quick' ? [8, 4] : [40, 8];
  return Array.from({ length: seeds }, (_, seed) => ({ seed, sequences }));
};

export function measure({ seed, sequences }: Cell): readonly Found[] {
  const all = Array.from({ length: sequences }, (_, sequence) => measured(seed, sequence));
  return all[0]!.map(({ strength, cost }, place) => {
    const sum = (column: Exclude<keyof Found, 'seed' | 'strength' | 'cost'>): number =>
      total(all, (rows) => rows[place]![column]);
    return {
      seed,
      strength,
      cost,
      elements: sum('elements'),
      corrected: sum('corrected'),
      broken: sum('broken'),
      deltaF: sum('deltaF') / sequences,
      hazardMean: sum('hazardMean') / sequences,
      muHat: sum('muHat') / sequences,
    };
  });
}

/** One sequence on the whole grid. */
function measured(seed: number, sequence: number): readonly Omit<Found, 'seed'>[] {
  const model = chainModel(NOISE);
  const chain = drawChain(model, seed, sequence);
  const odds = exactMarginals(chain.evidence, model).smoothed.map((p) => Math.log(p / (1 - p)));
  const prefix = prefixOnly(chain.evidence, model);
  const before = prefix.map(decided);
  const unit = contextEnergy(chain.evidence, model);
  return STRENGTHS.flatMap((strength) => {
    const revisions = redeemed(chain, model, prefix, strength).revisions.slice(0, model.lag);
    return COSTS.map((cost) => {
      const gates = gatesOf(revisions, cost, odds);
      const after = before.map((value, t) => (gates[t] !== undefined && isOpen(gates[t]) ? revisions[t]!.to : value));
      const changed = chain.hidden
        .slice(0, model.lag)
        .flatMap((truth, t) => (after[t] === before[t] ? [] : [after[t] === truth]));
      const corrected = changed.filter(Boolean).length;
      const { hazardMean, muHat } = gatingMetrics(gates);
      return {
        strength,
        cost,
        elements: model.lag,
        corrected,
        broken: changed.length - corrected,
        deltaF: unit.difference(before, after, unit.unit),
        hazardMean,
        muHat,
      };
    });
  });
}

const isOpen = ({ eta }: GateDecision): boolean => straightThrough(eta).forward === 1;
