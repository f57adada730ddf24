import type { Gram } from './gram.js';
import { largestEigenvalue } from './largest-eigenvalue.js';

/** How gradients lie to each other. */
export interface Cosines {
  /** Cosine of each pair; 1 on the diagonal, 0 beside it for a gradient of 0. */
  readonly cosine: readonly Float64Array[];
  /** Of the cosine matrix of the gradients that are not 0: from 1, all orthogonal, to K, all in one direction; 0 of none. */
  readonly largestEigenvalue: number;
  /** (largest eigenvalue - 1) / (K - 1), K without gradients of 0; 0 for fewer than two. */
  readonly redundancy: number;
  /** Share of the pairs with a cosine below 0. */
  readonly conflictFraction: number;
  /** Least cosine of all pairs; 1 where there is no pair. */
  readonly cosineMin: number;
}

/** Cosine matrix of gradients, by their Gram matrix, with its largest eigenvalue and what it says of conflict. */
export function cosinesOf(gram: Gram): Cosines {
  const alive = gram.map((row, k) => row[k]! > 0);
  const lengths = gram.map((row, k) => Math.sqrt(row[k]!));
  const cosine = gram.map((row, i) =>
    row.map((entry, j) => {
      if (i === j) return 1;
      if (!alive[i] || !alive[j]) return 0;
      return Math.max(-1, Math.min(1, entry / (lengths[i]! * lengths[j]!)));
    }),
  );
  const kept = cosine.filter((_, k) => alive[k]).map((row) => row.filter((_, k) => alive[k]));
  const eigenvalue = largestEigenvalue(kept);
  const pairs = cosine.flatMap((row, i) => Array.from(row.subarray(i + 1)));
  return {
    cosine,
    largestEigenvalue: eigenvalue,
    redundancy: kept.length > 1 ? Math.max(0, (eigenvalue - 1) / (kept.length - 1)) : 0,
    conflictFraction: pairs.length === 0 ? 0 : pairs.filter((entry) => entry < 0).length / pairs.length,
    cosineMin: pairs.reduce((least, entry) => Math.min(least, entry), 1),
  };
}
