import type { LinkGroup } from '../groups.js';

/** For each module the modules that it is coupled with: entries `start[i]` to before `start[i + 1]`, with repetitions. */
export interface Neighbours {
  readonly start: Int32Array;
  readonly other: Int32Array;
}

/** By counting sort: linear in modules and couplings. */
export function neighboursOf(size: number, groups: readonly LinkGroup[]): Neighbours {
  const start = new Int32Array(size + 1);
  let total = 0;
  for (const { a, b } of groups) {
    total += 2 * a.length;
    for (let k = 0; k < a.length; k++) {
      start[a[k]!]!++;
      start[b[k]!]!++;
    }
  }
  let sum = 0;
  for (let i = 0; i < size; i++) start[i] = sum += start[i]!;
  start[size] = sum;
  const other = new Int32Array(total);
  // Filled from behind, which leaves every start where it belongs.
  for (const { a, b } of groups) {
    for (let k = 0; k < a.length; k++) {
      const i = a[k]!;
      const j = b[k]!;
      other[--start[i]!] = j;
      other[--start[j]!] = i;
    }
  }
  return { start, other };
}
