import type { Vector } from '@cfc/core';
import { type GateDecision, gateDecision, hazard } from '@cfc/modules-gating';
import { contextEnergy, decided, withContext } from './context-energy.js';
import type { Chain, ChainModel } from './copying-chain.js';

/** What context would make of one element. */
export interface Revision {
  /** What it was taken for when it arrived, and what the whole sequence says: 0 or 1. */
  readonly from: number;
  readonly to: number;
  /** Fall of energy from `from` to `to` in the relaxed context, in nats; 0 where they agree. */
  readonly gain: number;
}

/** The provisional decisions of one sequence with what context says of them. */
export interface Redemption {
  readonly revisions: readonly Revision[];
  /** Energy of the relaxed context minus that of the provisional order parameters, at unit weights, in nats. */
  readonly deltaF: number;
}

/** Relaxes a sequence as a whole and compares with what its prefixes had said. */
export function redeemed({ evidence }: Chain, model: ChainModel, prefix: Vector, strength = 1): Redemption {
  const system = contextEnergy(evidence, model, strength);
  const relaxed = withContext(system);
  const revisions = evidence.map((_, t) => {
    const [from, to] = [decided(prefix[t]!), decided(relaxed[t]!)];
    const at = (value: number): number => system.shift(t, value, relaxed, system.unit, null);
    return { from, to, gain: from === to ? 0 : at(from) - at(to) };
  });
  return { revisions, deltaF: system.difference(prefix, relaxed, system.unit) };
}

/** Sharpness of the gates, per nat. */
const SHARPNESS = 10;

/**
 * Gates that let a revision through where its gain exceeds the cost.
 *
 * @param odds ln of the exact posterior odds of 1, for each element: what a revision redeems is what it adds to them
 */
export const gatesOf = (
  revisions: readonly Revision[],
  cost: number,
  odds: readonly number[],
): readonly GateDecision[] =>
  revisions.map(({ from, to, gain }, t) => gateDecision(hazard(gain, cost, SHARPNESS), (to - from) * odds[t]!));
