import type { GateDecision } from './gate-decision.js';
import { straightThrough } from './straight-through.js';

/** Whether openings are rare and worth it. All numbers are finite, whatever the decisions. */
export interface GatingMetrics {
  /** Mean of λ over all decisions; 0 for none. */
  readonly hazardMean: number;
  /** Rate of openings, for each decision; 0 where none opened. */
  readonly muHat: number;
  /** Good openings to bad ones, smoothed; 1 is even, and the value for no openings. */
  readonly goodBadRatio: number;
  /** Decisions with η > 1/2. */
  readonly opened: number;
  /** All decisions. */
  readonly decided: number;
}

/**
 * Summarises decisions of gates, of one or of many.
 *
 * - hazardMean = Σ λ / decided, and 0 for no decisions.
 * - muHat = -ln(1 - opened / (decided + 1)): the exponential rate that opens this share of decisions, each
 *   of unit time. One decision that stays closed is added, else the rate would be infinite where all
 *   opened; the correction vanishes as 1 / decided.
 * - goodBadRatio = (good + 1) / (bad + 1), over opened gates only: Laplace's rule, one of either kind added.
 *
 * @param decisions any iterable; `good` is not looked at where η <= 1/2
 *
 * Source: the names of the Complexity from Constraints prototype; the formulas are this package's.
 */
export function gatingMetrics(decisions: Iterable<GateDecision>): GatingMetrics {
  let decided = 0;
  let opened = 0;
  let good = 0;
  let hazards = 0;
  for (const decision of decisions) {
    decided++;
    hazards += decision.hazard;
    if (straightThrough(decision.eta).forward === 0) continue;
    opened++;
    if (decision.good) good++;
  }
  return {
    hazardMean: decided === 0 ? 0 : hazards / decided,
    muHat: Math.log((decided + 1) / (decided + 1 - opened)),
    goodBadRatio: (good + 1) / (opened - good + 1),
    opened,
    decided,
  };
}
