import type { ScenarioName } from '../bench/bench-scenarios.js';
import type { BenchRow } from '../bench/measure-preset.js';

/** How the budget is kept: as the prototype had it, or so that it binds. */
export const variants = ['seed', 'budget'] as const;

/** One of them. */
type Variant = (typeof variants)[number];

/** One run of a sweep. */
export interface Cell {
  readonly scenario: ScenarioName;
  readonly size: number;
  readonly steps: number;
  readonly variant: Variant;
  /** Share of the margin that may be spent. */
  readonly rho: number;
  /** Largest change of a weight in one step. */
  readonly change: number;
}

/** What came of it. */
export type CellResult = Omit<BenchRow, 'preset'>;

/** A cell with its result: a row of the table, the CSV file and the figure. */
export type SweepRow = Cell & CellResult;
