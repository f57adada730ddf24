import { normal, uniform } from '@cfc/core';

/** Random gradients of many kinds: plain, few parameters, agreeing, of very different lengths, of rank two, duplicates and opposites. */
export function randomGradients(n: number, largestCount = 12): Float64Array[] {
  const count = 1 + Math.floor(largestCount * uniform(1, n, 0));
  const kind = n % 6;
  const few = 1 + Math.floor(uniform(2, n, 0) * Math.max(1, count - 1));
  const length = kind === 1 ? few : 1 + Math.floor(30 * uniform(2, n, 0));
  const rows = Array.from({ length: count }, (_, i) =>
    Float64Array.from({ length }, (_entry, k) => normal(3, n, 64 * i + k)),
  );
  if (kind === 2) return rows.map((row) => row.map((entry) => entry + 0.5));
  if (kind === 3) return rows.map((row, i) => row.map((entry) => entry * 10 ** (6 * uniform(4, n, i) - 3)));
  if (kind === 4) {
    const [first, second] = [rows[0]!, rows[1] ?? rows[0]!];
    return rows.map((row, i) =>
      i < 2 ? row : row.map((_, k) => first[k]! * normal(5, n, i) + second[k]! * normal(6, n, i)),
    );
  }
  if (kind === 5) {
    for (let i = 1; i < count; i++) {
      const sign = uniform(8, n, i) < 0.3 ? -1 : 1;
      if (uniform(7, n, i) < 0.4) rows[i] = rows[i - 1]!.map((entry) => sign * entry);
    }
    if (uniform(9, n, 0) < 0.3) rows[0]!.fill(0);
  }
  return rows;
}
