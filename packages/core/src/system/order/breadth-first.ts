import type { Neighbours } from './neighbours.js';

/** After how many modules the width of the search is looked at. */
const PROBE = 1 << 15;
/** A front that holds more than this share of what was visited will not narrow: the graph is an expander. */
const WIDE = 0.25;

/**
 * Numbers the modules by breadth-first search (Cuthill and McKee without the sort by degree): neighbours get numbers that
 * lie within two fronts of each other. Linear in modules and couplings.
 *
 * Source: E. Cuthill, J. McKee, Proc. 24th ACM National Conference (1969) 157.
 *
 * @returns the new number of each module; null where the graph has no locality to find
 */
export function breadthFirst({ start, other }: Neighbours): Int32Array | null {
  const size = start.length - 1;
  const rank = new Int32Array(size).fill(-1);
  const order = new Int32Array(size);
  let visited = 0;
  let front = 0;
  /** Where the front of the search that is under way ends. */
  let end: number;
  for (let root = 0; root < size; root++) {
    if (rank[root] !== -1) continue;
    rank[root] = visited;
    order[visited++] = root;
    for (end = visited; front < visited; front++) {
      if (front === end) {
        if (front >= PROBE && visited - front > WIDE * visited && visited < size) return null;
        end = visited;
      }
      const i = order[front]!;
      for (let entry = start[i]!; entry < start[i + 1]!; entry++) {
        const j = other[entry]!;
        if (rank[j] !== -1) continue;
        rank[j] = visited;
        order[visited++] = j;
      }
    }
  }
  return rank;
}
