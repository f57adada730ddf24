import type { GraphCase, GraphResult } from './adapters-task.js';
import { contestants } from './contestants.js';

/** Medians over the seeds of one contestant on one family and size. */
interface AdaptersRow {
  readonly family: string;
  readonly size: number;
  readonly adapter: string;
  /** Null where at least half of the runs never get there. */
  readonly unitDeltaF90: number | null;
  readonly gapToMinimum: number;
  readonly shareLeft: number;
  readonly steps: number;
}

/** What `cfc bench adapters --json` prints. */
export interface AdaptersDocument {
  readonly steps: number;
  readonly seeds: number;
  readonly rows: readonly AdaptersRow[];
}

/** Medians of the results; one list of results for each case. */
export function adaptersDocument(
  cases: readonly GraphCase[],
  results: readonly (readonly GraphResult[])[],
  seeds: number,
): AdaptersDocument {
  const groups = new Map<string, { family: string; size: number; results: GraphResult[] }>();
  cases.forEach(({ family, size }, k) => {
    const key = `${family} ${size}`;
    const group = groups.get(key) ?? { family, size, results: [] };
    group.results.push(...results[k]!);
    groups.set(key, group);
  });
  const rows = [...groups.values()].flatMap(({ family, size, results: all }) =>
    contestants.map(({ name }) => ({ family, size, ...mediansOf(name, all) })),
  );
  return { steps: cases[0]!.steps, seeds, rows };
}

function mediansOf(adapter: string, all: readonly GraphResult[]): Omit<AdaptersRow, 'family' | 'size'> {
  const own = all.filter((result) => result.adapter === adapter);
  const of = (value: (result: GraphResult) => number): number => median(own.map(value));
  const reached = of(({ unitDeltaF90 }) => unitDeltaF90 ?? Infinity);
  return {
    adapter,
    unitDeltaF90: Number.isFinite(reached) ? reached : null,
    gapToMinimum: of(({ gapToMinimum }) => gapToMinimum),
    shareLeft: of(({ shareLeft }) => shareLeft),
    steps: of(({ steps }) => steps),
  };
}

/** The middle value, or the mean of the middle two; infinite where one of them is. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
