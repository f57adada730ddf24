import { compile, couplingColumns, defineSystem, landau, moduleColumns, quadratic, uniform } from '@cfc/core';

/** The edges of a star: module 0 with all others. */
export const star = (size) => Array.from({ length: size - 1 }, (_, i) => [0, i + 1]);

/** The edges of a ring. */
export const ring = (size) => Array.from({ length: size }, (_, i) => [i, (i + 1) % size]);

/** Barabasi and Albert: every module joins two others, drawn in proportion to how many each has. */
export function barabasiAlbert(size, seed) {
  const edges = [[0, 1]];
  for (let i = 2; i < size; i++) {
    const chosen = new Set();
    for (let k = 0; chosen.size < 2; k++) {
      const edge = edges[Math.floor(edges.length * uniform(seed, 4 + i, 2 * k))];
      chosen.add(edge[uniform(seed, 4 + i, 2 * k + 1) < 0.5 ? 0 : 1]);
    }
    for (const j of chosen) edges.push([i, j]);
  }
  return edges;
}

/** Pulls of strength 0.5 along the edges between modules of random energies, and a random start. */
export function pulledTogether(size, edges, seed) {
  const column = (stream, low, high) =>
    Float64Array.from({ length: size }, (_, i) => low + (high - low) * uniform(seed, stream, i));
  const ends = (at) => Int32Array.from(edges, (edge) => edge[at]);
  const options = { a: column(1, 0.1, 0.3), b: 0.1, h: column(2, 0, 0.2) };
  const system = defineSystem({
    modules: [moduleColumns(landau, { count: size, with: options })],
    couplings: [couplingColumns(quadratic, { a: ends(0), b: ends(1), with: { weight: 0.5 } })],
  });
  return { system: compile(system), eta: column(3, 0, 1) };
}
