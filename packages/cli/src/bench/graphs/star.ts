import { type Edges, edgesOf } from './edges.js';

/** Every node joined to node 0. */
export const star = (size: number): Edges => edgesOf(Array.from({ length: size - 1 }, (_, i) => [0, i + 1]).flat());
