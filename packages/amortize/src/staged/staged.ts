import type { CompiledSystem, Plan, Vector } from '@cfc/core';

/** One stage of several. */
export interface PlannedStage {
  readonly name: string;
  /** The pieces of its run. */
  readonly plan: Plan;
  /** Steps at most, refused ones included; above 0. As many as the plan takes where none are given. */
  readonly steps?: number;
  /** Passes at most, see `metered`; above 0. */
  readonly passes?: number;
  /** Ends the stage where the largest projected gradient is at most this; above 0. */
  readonly tolerance?: number;
  /**
   * The modules that it relaxes, all others held: see `selection`. Its plan then works on a `reduced` system, whose
   * local term is one, `local:GatheredModule`.
   */
  readonly only?: (system: CompiledSystem, eta: Vector) => Int32Array;
}

/** What a stage spent and won. */
export interface StageReport {
  readonly name: string;
  readonly steps: number;
  /** Passes that it took, its first evaluation included. */
  readonly passes: number;
  /** Unit-weight energies where it began and ended. */
  readonly from: number;
  readonly to: number;
  /** from - to: what it won. Below 0 only where the plan changes weights or has no guard. */
  readonly won: number;
  /** How it ended; `spent` where a budget was used up. */
  readonly ended: 'converged' | 'stopped' | 'refused' | 'spent';
  /** Why, as a sentence. */
  readonly reason: string;
}

/** Where the stages ended. */
export interface Staged {
  /** The order parameters after the last stage that ran. */
  readonly vector: Vector;
  /** The same by id. */
  readonly eta: Readonly<Record<string, number>>;
  readonly unitEnergy: number;
  /** Passes of all stages. */
  readonly passes: number;
  /** How the last stage ended that ran; `spent` where the budget of the whole was used up before that. */
  readonly ended: StageReport['ended'];
  /** One for each stage that ran. */
  readonly stages: readonly StageReport[];
}
