import type { Scope } from '../experiment.js';

/** One seed of one part of the experiment, on a torus of `size` by `size` nodes. */
export interface Cell {
  readonly part: 'threshold' | 'shift' | 'gates';
  readonly size: number;
  readonly seed: number;
}

/** Thresholds without shortcuts. */
export type ThresholdRow = {
  readonly part: 'threshold';
  readonly size: number;
  readonly seed: number;
  readonly wrapping: number;
  readonly gap: number;
};

/** The apparent threshold with shortcuts. */
export type ShiftRow = {
  readonly part: 'shift';
  readonly size: number;
  readonly seed: number;
  /** Shortcuts for each node. */
  readonly density: number;
  /** Where η reaches one half. */
  readonly half: number;
  /** The same by theory; null without shortcuts. */
  readonly halfTheory: number | null;
  /** Where the largest component begins to hold a share of an infinite graph, by theory; null without shortcuts. */
  readonly onsetTheory: number | null;
};

/** One way to decide about shortcuts, at one probability. */
export type GateRow = {
  readonly part: 'gates';
  readonly size: number;
  readonly seed: number;
  readonly way: string;
  /** Probability of each bond of the lattice. */
  readonly p: number;
  /** η of the graph as it is in the end, read. */
  readonly eta: number;
  /** η of the connectivity after the last relaxation. */
  readonly relaxed: number;
  /** Share of the shortcuts that are open. */
  readonly open: number;
  /** Fall of the unit-weight energy in the last relaxation. */
  readonly fall: number;
  /** Fall of the connectivity's local energy by what was opened, less its cost. */
  readonly won: number;
  /** Metrics of all decisions of the seed, over all p; null without gates. */
  readonly hazardMean: number | null;
  readonly muHat: number | null;
  readonly goodBadRatio: number | null;
};

export type FoundRow = ThresholdRow | ShiftRow | GateRow;

const sizes = {
  quick: { threshold: [16, 32, 64, 128], shift: [128], gates: [48] },
  full: { threshold: [32, 64, 128, 256, 512], shift: [256], gates: [128] },
} as const;
const seeds = {
  quick: { threshold: 40, shift: 12, gates: 8 },
  full: { threshold: 40, shift: 30, gates: 24 },
} as const;

/** Every seed of every size of every part. */
export function cells(scope: Scope): readonly Cell[] {
  return (['threshold', 'shift', 'gates'] as const).flatMap((part) =>
    sizes[scope][part].flatMap((size) =>
      Array.from({ length: seeds[scope][part] }, (_, seed): Cell => ({ part, size, seed })),
    ),
  );
}
