import type { Alert } from './alert.js';

/**
 * Why a multiplier changed or stayed at a step.
 *
 * - `update`: the controller made its step (the cap or 0 may have held it)
 * - `missing`, `not-finite`: no value, or NaN or an infinity; nothing of the constraint changed
 * - `spike`: the value is far outside its history; not stored anywhere
 * - `frozen`: within the hold after a spike; stored and normalised, no update
 * - `baseline`: the target is not known yet
 * - `deadzone`: |v| < ε, no update, no leak
 * - `staggered`: not the constraint's turn
 * - `audit`: λ moves together with the ease metric
 * - `restart`: strictly feasible, λ set to 0
 */
export type Reason =
  | 'update'
  | 'missing'
  | 'not-finite'
  | 'spike'
  | 'frozen'
  | 'baseline'
  | 'deadzone'
  | 'staggered'
  | 'audit'
  | 'restart';

/** What a caller hands in at one step. */
export interface DualInput {
  /** Raw losses by constraint; null, undefined, NaN and infinities leave the constraint as it is and are reported. */
  readonly values: Readonly<Record<string, number | null | undefined>>;
  /** What drives the multipliers in place of `values`, where a loss is only the differentiable proxy of what counts (a rate, say). */
  readonly strict?: Readonly<Record<string, number | null | undefined>>;
  /** Task loss; recorded only. */
  readonly task?: number | null;
  /** Ease metrics of the audit, by constraint. */
  readonly ease?: Readonly<Record<string, number | null | undefined>>;
}

/** One constraint at one step; null where it has no value. */
export interface ConstraintStep {
  /** Raw loss as handed in; null where missing or not finite. */
  readonly raw: number | null;
  /** x̂ = N(raw or strict). */
  readonly normalized: number | null;
  readonly target: number | null;
  /** v: above 0 means not met. x̂ - c for `atMost` and `equal`, c - x̂ for `atLeast`. */
  readonly violation: number | null;
  /** |v| or v within the tolerance; null without a violation. */
  readonly satisfied: boolean | null;
  /** λ after the step; signed for `equal`. */
  readonly multiplier: number;
  /** Factor for the caller's gradient of the raw loss: weight · slope · λ, or weight · slope · [λ + c v]₊; negated for `atLeast`. */
  readonly weight: number;
  readonly reason: Reason;
  /** Largest |λ|; null where there is none. */
  readonly cap: number | null;
  /** Permanent violation that the leak leaves at this λ: ρλ/η. */
  readonly leakBias: number;
  /** Coefficient c of the augmented Lagrangian; 0: plain Lagrangian. */
  readonly penalty: number;
  readonly ease: number | null;
  readonly drift: number | null;
}

/** What one step gives back. A value of its own: later steps do not change it. */
export interface DualStep {
  /** Number of the step, from 1. */
  readonly step: number;
  readonly task: number | null;
  readonly constraints: Readonly<Record<string, ConstraintStep>>;
  /** Largest violation, at least 0; |v| for `equal`. */
  readonly infeasibility: number;
  /** Largest |λ v| of the inequalities. */
  readonly complementarity: number;
  readonly alerts: readonly Alert[];
}
