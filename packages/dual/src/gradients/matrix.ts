import { dot, type Vector } from '@cfc/core';
import type { Gram } from './gram.js';

/** G x. */
export function times(gram: Gram, x: Vector): Float64Array<ArrayBuffer> {
  const out = new Float64Array(gram.length);
  for (let i = 0; i < out.length; i++) out[i] = dot(gram[i]!, x);
  return out;
}

/** Bound of the rounding errors in the entries of G x, from the magnitudes of what is summed. */
export function noiseOf(gram: Gram, x: Vector): Float64Array {
  const out = new Float64Array(gram.length);
  for (let i = 0; i < out.length; i++) {
    const row = gram[i]!;
    for (let k = 0; k < row.length; k++) out[i]! += Math.abs(row[k]! * x[k]!);
    out[i]! *= 8 * Number.EPSILON;
  }
  return out;
}

/** The least entry; Infinity of none. */
export const smallest = (x: Vector): number => x.reduce((least, entry) => Math.min(least, entry), Infinity);

/** A vector of zeros with a 1 at `at`. */
export function unit(size: number, at: number): Float64Array {
  const out = new Float64Array(size);
  out[at] = 1;
  return out;
}
