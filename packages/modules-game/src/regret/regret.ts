import type { Strategy } from '../game/strategy.js';

/**
 * What a strategy earns less than the best answer to what the others play: max_a u(a) - Σ_a x(a) u(a), >= 0.
 *
 * Summed as Σ_a x(a) (max u - u(a)), which loses nothing to cancellation.
 *
 * @param strategy probabilities x(a)
 * @param payoffs u(a), what each action would earn
 */
export function regret(strategy: Strategy, payoffs: readonly number[]): number {
  const best = Math.max(...payoffs);
  return payoffs.reduce((sum, payoff, action) => sum + strategy[action]! * (best - payoff), 0);
}
