import { type Edges, edgesOf } from './edges.js';

/** A square lattice, row by row, ⌊√size⌋ nodes wide; the last row may be shorter. */
export function grid(size: number): Edges {
  const width = Math.floor(Math.sqrt(size));
  const pairs: number[] = [];
  for (let i = 0; i < size; i++) {
    if ((i + 1) % width !== 0 && i + 1 < size) pairs.push(i, i + 1);
    if (i + width < size) pairs.push(i, i + width);
  }
  return edgesOf(pairs);
}
