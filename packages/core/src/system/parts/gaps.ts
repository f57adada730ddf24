import type { PackedCouplings } from '../families.js';

/** Couplings that are squared gaps, as columns. */
export interface GapColumns {
  readonly term: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Float64Array;
  /** Scales of both ends; null where the gap is two-sided and plain: w (η_b - η_a)². */
  readonly scales: { readonly alpha: Float64Array; readonly beta: Float64Array } | null;
}

/**
 * The columns of a family whose couplings are all plain two-sided gaps, or all hinges; null for any other, which then
 * goes through its scalar functions.
 */
export function gapColumns({ family, a, b, at, count, term }: PackedCouplings): GapColumns | null {
  if (family.gap === undefined || count === 0) return null;
  const weight = new Float64Array(count);
  const alpha = new Float64Array(count);
  const beta = new Float64Array(count);
  let hinges = 0;
  let plain = 0;
  for (let k = 0; k < count; k++) {
    const gap = family.gap(at(k));
    weight[k] = gap.weight;
    alpha[k] = gap.alpha;
    beta[k] = gap.beta;
    if (gap.oneSided) hinges++;
    else if (gap.alpha === 1 && gap.beta === 1) plain++;
  }
  if (plain === count) return { term, a, b, weight, scales: null };
  return hinges === count ? { term, a, b, weight, scales: { alpha, beta } } : null;
}
