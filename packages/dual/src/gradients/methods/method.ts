import { dot } from '@cfc/core';
import type { Gram } from '../gram.js';
import { times } from '../matrix.js';

/** How gradients are combined. */
export type MethodName = 'sum' | 'pcgrad' | 'cagrad' | 'mgda' | 'upgrad' | 'dualproj';

/** What a method makes of K gradients. */
export interface Combined {
  /** α: the direction is Σ α_k g_k. */
  readonly coefficients: Float64Array;
  /** What became of each gradient, as coefficients; Σ over them is α. */
  readonly rows: readonly Float64Array[];
  /** How far from optimal, with G divided by its trace; 0 for closed forms. See the files of the methods. */
  readonly gap: number;
  /** No common direction can be told from the Gram matrix; see `STILL`. */
  readonly stationary: boolean;
}

/** A norm below this counts as 0, where trace G is 1: of |g|² the rounding of G leaves four digits there. */
export const STILL = 1e-6;

/** |Σ α_k g_k| <= `STILL`. */
export function isStill(gram: Gram, coefficients: Float64Array): boolean {
  return dot(coefficients, times(gram, coefficients)) <= STILL ** 2;
}

/** α_k of each gradient alone. */
export const diagonal = (coefficients: Float64Array): Float64Array[] =>
  Array.from(coefficients, (entry, k) => {
    const row = new Float64Array(coefficients.length);
    row[k] = entry;
    return row;
  });

/** The entries of the gradients that are not 0, and a way back. */
export function withoutZeros(gram: Gram): { readonly kept: Gram; readonly spread: (x: Float64Array) => Float64Array } {
  const alive = gram.flatMap((row, k) => (row[k]! > 0 ? [k] : []));
  const kept = alive.map((i) => Float64Array.from(alive, (j) => gram[i]![j]!));
  const spread = (x: Float64Array): Float64Array => {
    const out = new Float64Array(gram.length);
    alive.forEach((k, i) => (out[k] = x[i]!));
    return out;
  };
  return { kept, spread };
}
