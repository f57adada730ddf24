import type { Plain } from './state.js';
import type { Reason } from './step.js';

/** What the pieces of one constraint's chain read and write during a step. One object for all steps. */
export interface Cell {
  /** 0-based number of the step. */
  step: number;
  /** Raw loss as handed in; NaN where missing. */
  raw: number;
  /** What drives the multiplier: the strict value where one is given, else the raw loss; NaN where missing. */
  value: number;
  missing: boolean;
  ease: number;
  normalized: number;
  target: number;
  violation: number;
  /** e: what the controller answers to. */
  error: number;
  /** η of this step; warm-up is in it. */
  rate: number;
  /** c of the augmented Lagrangian. */
  penalty: number;
  /** 1 - ρ. */
  keep: number;
  multiplier: number;
}

/** One piece of the chain of a constraint. Pieces are asked in order; the first that gives a reason ends the step of its constraint. */
export interface Rule {
  readonly name: string;
  /** Reads and writes the cell; null: go on. */
  readonly apply: (cell: Cell) => Reason | null;
  /** What it carries from step to step; left out where it carries nothing. */
  state?(): Plain;
}
