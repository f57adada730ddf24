import { type Edges, edgesOf } from './edges.js';

/** Nodes of a cave. */
const CAVE = 10;

/** Caves of ten nodes, the last may be smaller: all joined inside, and each cave to the next by one edge. */
export function caveman(size: number): Edges {
  const pairs: number[] = [];
  for (let i = 0; i < size; i++) {
    const end = Math.min(size, i - (i % CAVE) + CAVE);
    for (let j = i + 1; j < end; j++) pairs.push(i, j);
    if (i % CAVE === 0 && i + CAVE < size) pairs.push(i, i + CAVE);
  }
  return edgesOf(pairs);
}
