/** How a relaxation went, point by point: at the start, then after each step. */
export interface Course {
  /** Unit-weight energies. */
  readonly energies: readonly number[];
  /** Points that were tried in vain, up to there. */
  readonly backtracks: readonly number[];
}

/** The same with what a policy is shown: the gradient norms of the terms at multiplier 1. */
export interface Trace extends Course {
  readonly norms: readonly (readonly number[])[];
}

/** A relaxation that weights are wanted for, recorded: plain data and one pure function. */
export interface Problem {
  /** Keys of the terms, in the order of the norms. */
  readonly terms: readonly string[];
  /** The run under the system's own weights. */
  readonly trace: Trace;
  /** The lowest unit-weight energy known. */
  readonly least: number;
  /** Relaxes from point `from` of the trace under multipliers, for as many steps as the trace has left. */
  relax(from: number, multipliers: readonly number[]): Course;
}
