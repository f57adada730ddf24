import { uniforms } from '@cfc/core';

/** 0 .. count - 1 in a random order, by Fisher and Yates; the same for the same seed and iteration. */
export function shuffledOrder(count: number, seed: number, iteration = 0): number[] {
  const draws = uniforms(seed, iteration);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(draws(i) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
