import type { Attention } from './attention.js';

/** C_i = Σ_j A_ij c_ij: how far the values that query i mixes differ from what it reads. */
export function spread(seen: Attention, i: number): number {
  let total = 0;
  for (let e = seen.start[i]!; e < seen.start[i + 1]!; e++) total += seen.weights[e]! * halfSquaredDistance(seen, i, e);
  return total;
}

/** c_ij = ½ |v_j - o_i|² of the value at entry `e` of query i. */
export function halfSquaredDistance({ key, values, output }: Attention, i: number, e: number): number {
  const { columns, data } = values!;
  let total = 0;
  for (let c = 0; c < columns; c++) {
    const gap = data[key[e]! * columns + c]! - output!.data[i * columns + c]!;
    total += gap * gap;
  }
  return total / 2;
}
