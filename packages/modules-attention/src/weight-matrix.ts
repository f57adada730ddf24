import type { Attention } from './attention.js';
import { type Matrix, zeros } from './matrix.js';

/** The weights A as an n x m matrix, 0 where a query does not see a key. */
export function weightMatrix({ queries, keys, start, key, weights }: Attention): Matrix {
  const out = zeros(queries.rows, keys.rows);
  for (let i = 0; i < queries.rows; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++) out.data[i * keys.rows + key[e]!] = weights[e]!;
  }
  return out;
}
