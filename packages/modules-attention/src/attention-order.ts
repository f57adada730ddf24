import { clip } from '@cfc/core';
import type { Attention } from './attention.js';

/**
 * How decided the attention is: η = 1 - mean_i h_i, with h_i = H_i / ln m_i the entropy of query i's weights over its
 * largest value, for m_i keys that it sees; h_i = 0 for a query that sees one key alone, which has nothing to decide.
 *
 * @returns η in [0, 1]: 1 where each query attends to one key, 0 where all attend evenly
 *
 * Source: C. E. Shannon, A mathematical theory of communication (1948), relative entropy of a source.
 */
export function attentionOrder(seen: Attention): number {
  const { rows } = seen.queries;
  let total = 0;
  for (let i = 0; i < rows; i++) total += seen.entropies[i]! * entropyScale(seen, i);
  return clip(1 - total / rows);
}

/** 1 / ln m_i: what brings the entropy of query i to [0, 1]; 0 where it sees one key. */
export function entropyScale({ start }: Attention, i: number): number {
  const count = start[i + 1]! - start[i]!;
  return count === 1 ? 0 : 1 / Math.log(count);
}
