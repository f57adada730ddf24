import type { Incidence } from '@cfc/core';

/** How many couplings some modules have; one between two of them counts once. */
export function touched(rows: Int32Array, { start, other }: Incidence): number {
  const inside = new Set(rows);
  let [ends, both] = [0, 0];
  for (const row of rows) {
    for (let entry = start[row]!; entry < start[row + 1]!; entry++) if (inside.has(other[entry]!)) both++;
    ends += start[row + 1]! - start[row]!;
  }
  return ends - both / 2;
}
