import type { Gram } from './gram.js';

/** Pivots below this are rounding, where no diagonal entry is above 1. */
const LEAST = 1e-14;

/**
 * Rows ℓ with ℓ_i · ℓ_j = G_ij to rounding, of as many entries as G has rank: Cholesky's factor with the largest pivot first.
 * They stand in for the gradients, and lose nothing by near dependence that G had not lost.
 */
export function factorOf(gram: Gram): Float64Array[] {
  const size = gram.length;
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  const left = Float64Array.from(gram, (row, k) => row[k]!);
  const taken = new Set<number>();
  let rank = 0;
  for (; rank < size; rank++) {
    let pivot = -1;
    for (let k = 0; k < size; k++) if (!taken.has(k) && (pivot < 0 || left[k]! > left[pivot]!)) pivot = k;
    if (!(left[pivot]! > LEAST * size)) break;
    taken.add(pivot);
    const length = Math.sqrt(left[pivot]!);
    rows[pivot]![rank] = length;
    for (let k = 0; k < size; k++) {
      if (taken.has(k)) continue;
      let rest = gram[k]![pivot]!;
      for (let m = 0; m < rank; m++) rest -= rows[k]![m]! * rows[pivot]![m]!;
      rows[k]![rank] = rest / length;
      left[k]! -= (rest / length) ** 2;
    }
  }
  return rows.map((row) => row.subarray(0, rank));
}
