import type { Course } from './problem.js';

/** What came of a relaxation, at unit weights. */
export interface Outcome {
  /** Steps until nine tenths of the way from the start to the minimum are done; one more than were made where they never are. */
  readonly steps90: number;
  /** What is left of that way at the end, as a share; >= 0. */
  readonly gap: number;
  /** Points tried in vain up to the end. */
  readonly backtracks: number;
}

/** The outcome of a course from its point `from` on; of a start at the minimum, 0 steps and no gap. */
export function outcomeOf({ energies, backtracks }: Course, least: number, from = 0): Outcome {
  const height = energies[from]! - least;
  const rest = energies.slice(from);
  const spent = backtracks.at(-1)! - backtracks[from]!;
  if (!(height > 0)) return { steps90: 0, gap: 0, backtracks: spent };
  const at = rest.findIndex((energy) => energy - least <= 0.1 * height);
  const gap = Math.max(0, rest.at(-1)! - least) / height;
  return { steps90: at === -1 ? rest.length : at, gap, backtracks: spent };
}
