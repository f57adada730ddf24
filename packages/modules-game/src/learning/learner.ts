import type { Strategy } from '../game/strategy.js';

/** What every learner's state holds; the rest is its own. Plain data: a play written to JSON goes on with the same bits. */
export interface Learned {
  /** What is played next. */
  readonly strategy: Strategy;
}

/** How a player learns from what its actions would have earned: a pair of pure functions. It never sees the others' payoffs. */
export interface Learner<S extends Learned = Learned> {
  /** The state before the first round, in which `start` is played. */
  init(start: Strategy): S;
  /**
   * The state after a round.
   *
   * @param payoffs what each action would have earned, in units of the player's span: largest minus smallest at most 1
   * @param weight how much the round counts, >= 0; 1 is the plain rule
   */
  step(state: S, payoffs: readonly number[], weight: number): S;
}
