import type { Plain } from '../../contract.js';

/** Targets to try. */
export interface Trial {
  /** Number of the trial, from 0. */
  readonly trial: number;
  readonly targets: Readonly<Record<string, number>>;
  /** Which of a population is to run it; 0 without one. */
  readonly member: number;
  /** Whose parameters and multipliers the member takes over first; null: it goes on with its own. */
  readonly copyFrom: number | null;
}

/** Finished trials with their scores; null where a trial failed. */
export interface Scored {
  readonly targets: Readonly<Record<string, number>>;
  readonly score: number | null;
}

/** Proposes targets from the history of what they led to. Less is better. Everything follows from the seed and the scores. */
export interface OuterLoop {
  /** What is to be tried next; the same until its score is reported. */
  propose(): Trial;
  /** The score of the trial proposed last: of long-horizon validation, say. NaN, an infinity or null: it failed. */
  report(score: number | null): void;
  /** The best trial so far; null before there is one. */
  best(): Scored | null;
  /** As plain data: handed back in, the loop goes on with the same proposals. */
  state(): Plain;
}

/**
 * Runs trials of an outer loop, one after the other.
 *
 * @param validate trains under the targets (`dual.setTarget`) and returns the validation score, less is better
 * @param trials how many more
 * @returns the best of all trials; null where none has a score
 *
 * @example
 * const loop = bayesian({ ranges: { kl: [0.01, 0.2] }, seed: 1 });
 * const best = await tuneTargets(loop, ({ targets }) => train(targets), 20);
 */
export async function tuneTargets(
  loop: OuterLoop,
  validate: (trial: Trial) => number | null | Promise<number | null>,
  trials: number,
): Promise<Scored | null> {
  for (let k = 0; k < trials; k++) loop.report(await validate(loop.propose()));
  return loop.best();
}

/** The trial of the least score. */
export function leastOf(trials: readonly Scored[]): Scored | null {
  return trials.reduce<Scored | null>(
    (best, one) => (one.score !== null && (best === null || one.score < best.score!) ? one : best),
    null,
  );
}
