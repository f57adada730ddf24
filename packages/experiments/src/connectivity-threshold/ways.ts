import { type Interval, interval } from '../interval.js';
import type { GateRow } from './cells.js';

/** One way to decide about shortcuts, over all seeds. */
export interface Way {
  readonly way: string;
  readonly size: number;
  /** Where η of the graph reaches one half, and where the relaxed η does. */
  readonly graph: Interval;
  readonly relaxed: Interval;
  /** The same of the graph, for each seed in turn. */
  readonly seeds: readonly number[];
  readonly open: Interval;
  readonly fall: Interval;
  readonly won: Interval;
  /** Of ways with gates. */
  readonly metrics: null | { readonly hazardMean: Interval; readonly muHat: Interval; readonly goodBadRatio: Interval };
  /** Mean η of the graph at every probability. */
  readonly curve: readonly { readonly p: number; readonly eta: Interval }[];
}

/** Thresholds seed by seed, all else as means of each seed over the probabilities. */
export function waysOf(rows: readonly GateRow[]): readonly Way[] {
  return [...new Set(rows.map(({ way }) => way))].map((way) => {
    const mine = rows.filter((row) => row.way === way);
    const seeds = [...new Set(mine.map(({ seed }) => seed))].map((seed) => mine.filter((row) => row.seed === seed));
    const over = (key: 'open' | 'fall' | 'won' | 'hazardMean' | 'muHat' | 'goodBadRatio'): Interval =>
      interval(seeds.map((some) => interval(some.map((row) => row[key] ?? NaN)).mean));
    const gated = mine.some(({ hazardMean }) => hazardMean !== null);
    const graph = seeds.map((some) => crossing(some, 'eta'));
    return {
      way,
      size: mine[0]!.size,
      graph: interval(graph),
      relaxed: interval(seeds.map((some) => crossing(some, 'relaxed'))),
      seeds: graph,
      open: over('open'),
      fall: over('fall'),
      won: over('won'),
      metrics: gated
        ? { hazardMean: over('hazardMean'), muHat: over('muHat'), goodBadRatio: over('goodBadRatio') }
        : null,
      curve: [...new Set(mine.map(({ p }) => p))].map((p) => ({
        p,
        eta: interval(mine.filter((row) => row.p === p).map(({ eta }) => eta)),
      })),
    };
  });
}

/** Where a curve first reaches one half, between two probabilities by a straight line; the last one where it never does. */
function crossing(rows: readonly GateRow[], key: 'eta' | 'relaxed'): number {
  const k = rows.findIndex((row) => row[key] >= 0.5);
  const [before, at] = [rows[k - 1], rows[k] ?? rows.at(-1)!];
  if (before === undefined || k === -1) return at.p;
  return before.p + ((at.p - before.p) * (0.5 - before[key])) / (at[key] - before[key]);
}
