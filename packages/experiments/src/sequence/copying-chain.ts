import { normal, uniform } from '@cfc/core';

/**
 * A hidden binary sequence and what is seen of it. The first `lag` elements are fair coins. Every later one copies the
 * element `lag` back with probability `share`, else the one just before it, and is then flipped with probability `flip`.
 * Element t is seen as ±1 + σ n with n standard normal, σ = `early` for the first `lag`, `late` after them.
 */
export interface ChainModel {
  readonly lag: number;
  readonly length: number;
  readonly share: number;
  readonly flip: number;
  readonly early: number;
  readonly late: number;
}

/** One sequence. */
export interface Chain {
  /** The truth, 0 or 1. */
  readonly hidden: readonly number[];
  /** ln P(seen | 1) - ln P(seen | 0) = 2 y / σ², in nats. */
  readonly evidence: readonly number[];
}

/** The model of the experiments, given how noisy the early elements are. */
export const chainModel = (early: number): ChainModel => ({ ...MODEL, early });

const MODEL = { lag: 8, length: 40, share: 0.7, flip: 0.05, late: 0.7 };

/** P(an element is 1), given the elements just before it and `lag` back. */
export function copied(before: number, back: number, { share, flip }: ChainModel): number {
  const one = share * back + (1 - share) * before;
  return one * (1 - flip) + (1 - one) * flip;
}

/** Draws sequence `index` of a seed. */
export function drawChain(model: ChainModel, seed: number, index: number): Chain {
  const hidden: number[] = [];
  const evidence: number[] = [];
  for (let t = 0; t < model.length; t++) {
    const one = t < model.lag ? 0.5 : copied(hidden[t - 1]!, hidden[t - model.lag]!, model);
    hidden.push(uniform(seed, index, t) < one ? 1 : 0);
    const noise = t < model.lag ? model.early : model.late;
    const seen = 2 * hidden[t]! - 1 + noise * normal(seed, index, model.length + t);
    evidence.push((2 * seen) / noise ** 2);
  }
  return { hidden, evidence };
}
