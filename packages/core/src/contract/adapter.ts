import type { Vector } from './energy.js';
import type { Facts } from './pieces.js';
import type { Capability, Term } from './system.js';

/** What can be measured for a weight adapter; each adapter names what it needs. */
export interface Measurements {
  /** L2 norms of the terms' gradients under the current weights. */
  readonly termNorms: Vector;
  /** Gershgorin rows of the local terms and of the couplings, at multiplier 1. */
  readonly localBounds: Vector;
  readonly couplingBounds: Vector;
}

export type Measurement = keyof Measurements;

export type Measured<Need extends Measurement> = Pick<Measurements, Need> & {
  readonly terms: readonly Term[];
  /** What the terms' weights are multiplied by as it is. */
  readonly multipliers: Vector;
  readonly energy: number;
};

/** Sets the multipliers of the terms' weights from what is measured after each accepted step. */
export interface WeightAdapter<S = unknown, Need extends Measurement = Measurement> {
  readonly requires?: readonly Capability[];
  /** Exactly these are measured and handed over. */
  readonly needs: readonly Need[];
  /** True where it acts before the first step too. */
  readonly atStart?: boolean;
  init(terms: readonly Term[]): S;
  /** Returns the multipliers of the next step, one for each term: weight = base · schedule · multiplier. */
  adapt(
    seen: Measured<Need>,
    state: S,
  ): { readonly multipliers: Vector; readonly state: S; readonly facts?: Facts; readonly warnings?: readonly string[] };
}
