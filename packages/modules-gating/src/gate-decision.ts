import { openProbability } from './open-probability.js';
import { straightThrough } from './straight-through.js';

/** One decision of a gate, as it is logged. */
export interface GateDecision {
  /** λ >= 0, openings for each decision. */
  readonly hazard: number;
  /** Probability that the gate is open, in [0, 1]; open counts as above 1/2. */
  readonly eta: number;
  /** Fall of energy attributed to the opening; above 0 where it helped. */
  readonly redemption: number;
  /** An opened gate with a redemption above 0. */
  readonly good: boolean;
}

/**
 * The record of a decision: η = 1 - e^{-λ}, good = [η > 1/2 and redemption > 0].
 *
 * @param hazard λ >= 0, as `hazard(gain, cost, k)` gives it
 * @param redemption fall of energy attributed to the opening; 0 where the gate stayed closed
 */
export function gateDecision(hazard: number, redemption: number): GateDecision {
  const eta = openProbability(hazard);
  return { hazard, eta, redemption, good: straightThrough(eta).forward === 1 && redemption > 0 };
}
