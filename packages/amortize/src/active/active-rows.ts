import { type Incidence, type Vector, projected } from '@cfc/core';

/**
 * The rows to relax next: of those whose projected gradient |η - clip(η - g)| exceeds `tolerance` the `most` largest, ties to
 * the lower index, and everything within `hops` couplings of them. In ascending order; empty where none exceeds it.
 */
export function activeRows(
  eta: Vector,
  gradient: Vector,
  incidence: Incidence,
  { tolerance, most, hops }: { readonly tolerance: number; readonly most: number; readonly hops: number },
): Int32Array {
  const residuals = new Map<number, number>();
  for (let i = 0; i < eta.length; i++) {
    const residual = Math.abs(projected(eta[i]!, gradient[i]!));
    if (residual > tolerance) residuals.set(i, residual);
  }
  const largest = [...residuals.keys()];
  if (largest.length > most) largest.sort((i, j) => residuals.get(j)! - residuals.get(i)! || i - j).splice(most);
  return around(largest, incidence, hops);
}

/** `rows` and everything within `hops` couplings of them, in ascending order. */
export function around(rows: readonly number[], { start, other }: Incidence, hops: number): Int32Array {
  const reached = new Set(rows);
  let front: readonly number[] = rows;
  for (let hop = 0; hop < hops; hop++) {
    const next: number[] = [];
    for (const i of front) {
      for (let entry = start[i]!; entry < start[i + 1]!; entry++) {
        const j = other[entry]!;
        if (reached.has(j)) continue;
        reached.add(j);
        next.push(j);
      }
    }
    front = next;
  }
  return Int32Array.from(reached).sort();
}
