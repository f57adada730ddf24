import type { Repaired } from './repair.js';
import { placesInRuns } from './runs.js';
import { median } from './season.js';

export interface HampelOptions {
  /** Days on both sides of the window; it is shorter at the ends. */
  readonly half: number;
  /** How many standard deviations from the window's median are too many. */
  readonly threshold: number;
  /** From this many equal readings on, repeats are distrusted too; 0 for never, as in the plain filter. */
  readonly run: number;
}

/** Standard deviations in a median absolute deviation, for normal data. */
const DEVIATION = 1.4826;

/**
 * The Hampel filter: a reading further than `threshold` · 1.4826 · MAD from the median of its window is
 * replaced by that median. Source: F. Hampel, J. Amer. Statist. Assoc. 69 (1974) 383.
 */
export function hampel(readings: readonly number[], { half, threshold, run }: HampelOptions): Repaired {
  const places = placesInRuns(readings);
  const distrusted: boolean[] = [];
  const values = readings.map((reading, t) => {
    const window = readings.slice(Math.max(0, t - half), t + half + 1);
    const middle = median(window);
    const spread = DEVIATION * median(window.map((value) => Math.abs(value - middle)));
    const stuck = run > 0 && places[t]!.repeats && places[t]!.length >= run;
    distrusted[t] = stuck || Math.abs(reading - middle) > threshold * spread;
    return distrusted[t] ? middle : reading;
  });
  return { distrusted, values };
}
