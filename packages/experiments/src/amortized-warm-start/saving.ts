import type { Interval } from '../interval.js';
import type { Found } from './row.js';

/** What a contestant saves, or active sets, with its interval over seeds. */
export interface Saving extends Interval {
  readonly part: Found['part'];
  readonly kind: string;
  readonly method: string;
  readonly start: string;
  readonly passes: Interval;
  readonly cold: Interval;
  /** Share of problems in which the proposal was taken; NaN where nothing is proposed. */
  readonly chosen: number;
}
