import type { Vector } from './energy.js';
import type { Facts } from './pieces.js';
import type { Capability, Term } from './system.js';

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

/** What can be measured for a weight adapter; each adapter names what it needs. */
export interface Measurements {
  /** L2 norms of the terms' gradients under the current weights. */
  readonly termNorms: Vector;
  /** Energies of the terms under the system's base weights, whatever the multipliers are. */
  readonly termEnergies: Vector;
  /** Gershgorin rows of the local terms and of the couplings, at multiplier 1. */
  readonly localBounds: Vector;
  readonly couplingBounds: Vector;
  /**
   * The couplings' share of them term by term, at multiplier 1 and base weights; measured when called.
   *
   * A hinge counts in full while its gap s = β b - α a is above -near · α and fades to nothing at -2 near · α: with
   * t = clip(s / (near · α) + 2), by the factor t² (3 - 2t). At `near` = 1, the default, every hinge counts in full
   * wherever the point may go: only then do the bounds hold over the whole box.
   */
  readonly termBounds: (near?: number) => TermBounds;
  /**
   * How much further one step lowers the unit-weight energy F when a coupling's multiplier is raised, for each term, per
   * unit of multiplier; measured when called:
   * (F(η - step ∘ g) - F(η - step ∘ (g + change · g_t))) / change, clipped into the box, with g the gradient under the
   * current weights and g_t the share of term t at multiplier 1. 0 for local terms.
   */
  readonly peek: (step: Vector, change: number) => Vector;
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
