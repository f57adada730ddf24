import type { Edges } from '../engine/edges.js';
import type { Arena } from '../wasm/arena.js';

/** For each module its squared gaps: numbers `items[start[i]]` to before `items[start[i + 1]]`, ascending. */
export interface Rows {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** By counting sort: linear in modules and couplings. */
export function rowsOf(size: number, { a, b }: Pick<Edges, 'a' | 'b'>, arena: Pick<Arena, 'more'>): Rows {
  const start = ints(arena, size + 1);
  for (let e = 0; e < a.length; e++) {
    start[a[e]! + 1]!++;
    start[b[e]! + 1]!++;
  }
  for (let i = 0; i < size; i++) start[i + 1] = start[i + 1]! + start[i]!;
  const next = start.slice(0, size);
  const items = ints(arena, 2 * a.length);
  for (let e = 0; e < a.length; e++) {
    items[next[a[e]!]!++] = e;
    items[next[b[e]!]!++] = e;
  }
  return { start, items };
}

function ints(arena: Pick<Arena, 'more'>, count: number): Int32Array {
  const bytes = arena.more(4 * count);
  return new Int32Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, count);
}
