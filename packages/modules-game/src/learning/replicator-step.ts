import type { Strategy } from '../game/strategy.js';

/**
 * One step of the replicator dynamics: x'(a) = x(a) (1 + rate (u(a) - ū)), ū = Σ x(a) u(a).
 *
 * The sum stays 1; the entries stay >= 0 for rates up to `replicatorLimit`, so for any rate up to 1 / (max u - min u). Beyond it
 * entries that would fall below 0 become 0 and the others are rescaled. For two actions it is p' = p + rate p (1 - p) (u(1) - u(0)).
 *
 * @param payoffs u(a), what each action would earn
 * @param rate length of the step, >= 0, in units of 1 / payoff
 *
 * Source: Taylor and Jonker, Math. Biosci. 40 (1978) 145, as an Euler step; the Complexity from Constraints prototype.
 */
export function replicatorStep(strategy: Strategy, payoffs: readonly number[], rate: number): Strategy {
  const mean = meanPayoff(strategy, payoffs);
  const grown = strategy.map((share, action) => Math.max(0, share * (1 + rate * (payoffs[action]! - mean))));
  const sum = grown.reduce((total, share) => total + share, 0);
  return grown.map((share) => share / sum);
}

/** The largest rate at which a step keeps every entry >= 0: 1 / (ū - min u) over the actions that are played; may be infinite. */
export function replicatorLimit(strategy: Strategy, payoffs: readonly number[]): number {
  const least = Math.min(...payoffs.filter((_, action) => strategy[action]! > 0));
  return 1 / Math.max(0, meanPayoff(strategy, payoffs) - least);
}

const meanPayoff = (strategy: Strategy, payoffs: readonly number[]): number =>
  strategy.reduce((sum, share, action) => sum + share * payoffs[action]!, 0);
