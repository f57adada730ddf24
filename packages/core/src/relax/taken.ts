import type { Vector } from '../contract/energy.js';
import type { Facts, Point } from '../contract/pieces.js';
import type { TermSums } from '../contract/system.js';

/** What one step came to, for an event. */
export interface Taken {
  readonly step: number;
  readonly reason: string | null;
  readonly point: Point;
  readonly change: number;
  readonly weights: Vector;
  readonly facts: Facts;
  readonly warnings: readonly string[];
  /** Those of the point, where an observer needs them and its gradient brought them along. */
  readonly sums: TermSums | undefined;
}
