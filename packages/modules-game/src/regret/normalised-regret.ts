/**
 * A regret as a share of the largest that there can be: regret / span, in [0, 1]; 0 where the span is 0.
 *
 * @param span largest minus smallest payoff of the player
 */
export const normalisedRegret = (regret: number, span: number): number => (span > 0 ? Math.min(1, regret / span) : 0);
