import { percolationSweep, reachThreshold } from '@cfc/modules-connectivity';
import type { Cell, ShiftRow } from './cells.js';

const DENSITIES = [0.005, 0.01, 0.02, 0.05, 0.1];

/** Where η reaches one half for each density of shortcuts, all over the same bonds; and where it should by theory. */
export function measureShift({ size, seed }: Cell): readonly ShiftRow[] {
  const torus = { width: size, height: size, periodic: true, seed };
  const half = (density: number): number => reachThreshold(percolationSweep({ ...torus, shortcuts: density }));
  const head = { part: 'shift', size, seed } as const;
  return [
    { ...head, density: 0, half: half(0), halfTheory: null, onsetTheory: null },
    ...theories(torus).map(({ density, ...theory }) => ({ ...head, density, half: half(density), ...theory })),
  ];
}

/**
 * What generating functions say of an infinite lattice, from its clusters without shortcuts. With x open shortcuts for each
 * node, a cluster of s nodes has Poisson(2xs) ends of them, each of which leads to a random node. Hence the share η of the
 * largest component solves 1 - η = E[e^{-2xsη}] over the cluster sizes s of random nodes: it is one half where
 * E[e^{-xs}] = 1/2, and leaves 0 where 2x E[s] = 1.
 *
 * Source: M. E. J. Newman, I. Jensen and R. M. Ziff, Phys. Rev. E 65 (2002) 021904, after M. E. J. Newman and D. J. Watts,
 * Phys. Rev. E 60 (1999) 7332.
 */
function theories(torus: { readonly width: number; readonly height: number; readonly seed: number }) {
  const nodes = torus.width * torus.height;
  const kept = DENSITIES.map((density) => ({
    density,
    /** s e^{-xs} for every size s. */
    left: Float64Array.from({ length: nodes + 1 }, (_, size) => size * Math.exp(-density * size)),
    sum: nodes * Math.exp(-density),
    half: null as number | null,
  }));
  const sweep = percolationSweep({ ...torus, periodic: true }, (opened, a, b) => {
    for (const one of kept) {
      one.sum += one.left[a + b]! - one.left[a]! - one.left[b]!;
      if (one.half === null && one.sum <= nodes / 2) one.half = opened;
    }
  });
  const probability = (opened: number): number => opened / (sweep.bonds + 1);
  return kept.map(({ density, half }) => ({
    density,
    halfTheory: half === null ? null : probability(half),
    onsetTheory: probability(sweep.squares.findIndex((squares) => 2 * density * squares >= nodes)),
  }));
}
