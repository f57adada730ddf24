import type { PackedCouplings } from '../families.js';

/** Couplings that are squared gaps, as columns. */
export interface GapColumns {
  readonly term: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Float64Array;
  /** Whether only positive gaps count. */
  readonly hinge: boolean;
  /** Scales of both ends; null where all are 1. */
  readonly scales: { readonly alpha: Float64Array; readonly beta: Float64Array } | null;
}

/**
 * The columns of a family whose couplings are all plain two-sided gaps, or all hinges; null for any other, which then
 * goes through its scalar functions.
 */
export function gapColumns({ family, a, b, at, count, term }: PackedCouplings): GapColumns | null {
  if (family.gap === undefined || count === 0) return null;
  const [weight, alpha, beta] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  let hinges = 0;
  let units = 0;
  for (let k = 0; k < count; k++) {
    const gap = family.gap(at(k));
    weight[k] = gap.weight;
    alpha[k] = gap.alpha;
    beta[k] = gap.beta;
    if (gap.oneSided) hinges++;
    if (gap.alpha === 1 && gap.beta === 1) units++;
  }
  const scales = units === count ? null : { alpha, beta };
  if (hinges === 0 && scales === null) return { term, a, b, weight, hinge: false, scales };
  return hinges === count ? { term, a, b, weight, hinge: true, scales } : null;
}
