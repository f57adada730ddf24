import type { Vector } from '../contract/energy.js';

/** Entries of the pieces of memory that short copies share. */
const PIECE = 4096;
/** From this length on a copy has memory of its own. */
const LONG = 512;

let piece = new Float64Array(PIECE);
let used = 0;

/**
 * A copy for somebody to keep. Short ones are cut from one piece of memory after the other: to make an array takes several times as
 * long as to fill it.
 */
export function copyOf(vector: Vector): Float64Array {
  if (vector.length >= LONG) return vector.slice();
  if (used + vector.length > PIECE) {
    piece = new Float64Array(PIECE);
    used = 0;
  }
  const copy = piece.subarray(used, used + vector.length);
  used += vector.length;
  copy.set(vector);
  return copy;
}
