import { type Edges, edgesOf } from './edges.js';

/** Every node joined to the next, the last one to the first. */
export const ring = (size: number): Edges =>
  edgesOf(Array.from({ length: size }, (_, i) => [i, (i + 1) % size]).flat());
