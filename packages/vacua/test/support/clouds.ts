import { normal } from '@cfc/core';

/** Points around (0, 0), (4, 0) and (0, 4) in turn, with one feature that says nothing and one that never changes. */
export function clouds(count: number, seed: number): { rows: number[][]; labels: number[] } {
  const labels = Array.from({ length: count }, (_, i) => i % 3);
  const rows = labels.map((label, i) => [
    normal(seed, i, 0) + 4 * Number(label === 1),
    normal(seed, i, 1) + 4 * Number(label === 2),
    normal(seed, i, 2),
    7,
  ]);
  return { rows, labels };
}
