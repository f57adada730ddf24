import { integer, number } from '@cfc/core';
import { type Attention, attend } from './attention.js';
import { attentionEnergy } from './attention-energy.js';
import type { Matrix } from './matrix.js';
import { mix } from './mix.js';

/** Where updates ended. */
export interface Retrieval {
  /** Attention of the queries at their last place. */
  readonly seen: Attention;
  /** The Hopfield energy at the start and after each update: it never rises, but for rounding. */
  readonly energies: readonly number[];
  /** True where the last update moved no entry by more than the tolerance. */
  readonly converged: boolean;
}

/**
 * One update of the modern Hopfield network: each query becomes the mixture of keys that it attends to, q' = Kᵀ softmax(β K q).
 *
 * It is what attention reads where the values are the keys, and a step of the concave-convex procedure: ½ |q|² is convex,
 * the rest of the Hopfield energy concave, so that the energy never rises; q' = q - dF/dq, a gradient step of length 1.
 *
 * Sources: H. Ramsauer et al., arXiv:2008.02217, theorem 1; A. L. Yuille, A. Rangarajan, The concave-convex procedure,
 * Neural Computation 15 (2003) 915.
 */
export function hopfieldUpdate(seen: Attention): Matrix {
  return mix(seen, seen.weights, seen.keys);
}

const updates = integer(1000, 'updates at most', { min: 1 });
const tolerances = number(1e-9, 'largest move of an entry that counts as none', { min: 0 });

/**
 * Updates the queries until they rest: associative recall, with the keys as memories.
 *
 * @param options.most updates, whole number >= 1 (1000)
 * @param options.tolerance largest move of an entry that counts as rest, >= 0 (1e-9)
 * @throws `OPTION_INVALID` for options out of range
 *
 * @example
 * hopfieldRelax(attention({ queries: [[0.9, 0.2]], keys: [[1, 0], [0, 1]], temperature: 0.1 })).seen.queries;
 */
export function hopfieldRelax(
  start: Attention,
  options: { readonly most?: number; readonly tolerance?: number } = {},
): Retrieval {
  const most = updates.check(options.most ?? updates.fallback, 'most');
  const tolerance = tolerances.check(options.tolerance ?? tolerances.fallback, 'tolerance');
  const energies = [attentionEnergy(start)];
  let seen = start;
  for (let step = 0; step < most; step++) {
    const queries = hopfieldUpdate(seen);
    const move = queries.data.reduce((largest, x, at) => Math.max(largest, Math.abs(x - seen.queries.data[at]!)), 0);
    seen = attend({ ...seen, queries });
    energies.push(attentionEnergy(seen));
    if (move <= tolerance) return { seen, energies, converged: true };
  }
  return { seen, energies, converged: false };
}
