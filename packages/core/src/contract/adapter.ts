import type { Vector } from './energy.js';
import type { Facts } from './pieces.js';
import type { Capability, CompiledSystem, Term } from './system.js';

/**
 * What each coupling term adds to the Gershgorin rows: term t adds `bound[e]` to row `row[e]` for the entries e from
 * `start[t]` to `start[t + 1]`. The rows of a term are distinct; local terms have no entries. Do not write into it.
 */
export interface TermBounds {
  /** One more than there are terms. */
  readonly start: Int32Array;
  readonly row: Int32Array;
  /** >= 0; infinite where a family says that there is no bound. */
  readonly bound: Float64Array;
  /** The sum over all coupling terms, for each row. */
  readonly total: Float64Array;
}

/** Where a run stands when its weights are set. */
export interface Place {
  readonly system: CompiledSystem;
  readonly eta: Vector;
  /** What the terms are weighted with: base · schedule · multiplier. */
  readonly weights: Vector;
  readonly multipliers: Vector;
}

/** What can be measured for a weight adapter; each adapter names what it needs. */
export interface Measurements {
  /** L2 norms of the terms' gradients under the current weights. */
  readonly termNorms: Vector;
  /** Energies of the terms under the system's base weights, whatever the multipliers are. */
  readonly termEnergies: Vector;
  /** Gershgorin rows of the local terms and of the couplings, at multiplier 1. */
  readonly localBounds: Vector;
  readonly couplingBounds: Vector;
  /** Where the run stands, for what is measured by a function of it: `termBounds`, `peek`, and what an adapter brings itself. */
  readonly place: Place;
}

/** Name of something that an adapter may ask to have measured. */
export type Measurement = keyof Measurements;

/** What an adapter is told: the measurements that it needs, and where the run stands. */
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
  /** After a refusal: other multipliers, under which a step may be found, or null. */
  refused?(multipliers: Vector, state: S): { readonly multipliers: Vector; readonly state: S } | null;
}
