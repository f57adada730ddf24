import type { CompiledSystem, Vector } from '@cfc/core';

/** A problem of a stream, as a proposer sees it. */
export interface Query {
  readonly system: CompiledSystem;
  /** The order parameters as read: where a relaxation would start without a proposer. */
  readonly read: Vector;
  /** What is known of the problem, as numbers: as many in every problem of a stream. */
  readonly features: ArrayLike<number>;
}

/** Order parameters to start from. */
export interface Proposal {
  /** In [0, 1], one for each module. */
  readonly eta: Vector;
  /** Coupling visits that it took to propose them, besides what the query's system was asked itself. */
  readonly visits: number;
}

/**
 * Guesses where a relaxation will end. Its functions are pure and its state is plain data of numbers, texts, lists and maps: it
 * goes through `JSON.stringify` and back to the same bits, and the same problems in the same order give the same proposals.
 *
 * A proposal is only ever a start: see `warmStart`.
 */
export interface Proposer<S = unknown> {
  /** The state before anything was learnt. */
  init(): S;
  /** A start for a problem; null where it has none to offer yet. */
  propose(query: Query, state: S): Proposal | null;
  /** The state after the solution of a problem was seen. */
  learn(query: Query, solution: Vector, state: S): S;
}
