import { CfcError, integer, number, type Options } from '@cfc/core';
import type { Plain } from '../contract.js';

export const driftFields = {
  baseline: integer(500, 'first values, which later ones are compared with', { min: 20 }),
  recent: integer(200, 'last values that are compared', { min: 20 }),
  cells: integer(32, 'cells of equal share that the baseline is cut into', { min: 2, max: 1000 }),
  level: number(1e-6, 'probability of a false alarm at one step', { above: 0, below: 1 }),
};

type DriftOptions = Options<typeof driftFields>;

/** What a drift detector carries: the baseline as it comes in, then its cells and the recent ones. */
interface DriftState {
  readonly baseline: readonly number[];
  readonly recent: readonly number[];
  readonly next: number;
}

/** Watches raw values for a change of their distribution. */
export interface DriftDetector {
  push(value: number): void;
  /** D over its threshold: above 1 the distribution has changed; null until both samples are full. */
  distance(): number | null;
  state(): Plain;
}

/**
 * Whether recent values still come from the distribution of the first ones: the Kolmogorov-Smirnov distance
 * D = max |F_recent(x) - F_baseline(x)| at the inner quantiles of the baseline, over the value that it exceeds with
 * probability `level` where nothing changed, √(ln(2 / level) / 2 · (1 / baseline + 1 / recent)) (Smirnov's limit).
 *
 * Options: `baseline` >= 20 (500), `recent` >= 20 (200), `cells` 2 to 1,000 (32): D is exact to 1 / cells; `level` in (0, 1)
 * (1e-6: the test is repeated at every step).
 */
export function createDrift(options: DriftOptions, state?: Plain): DriftDetector {
  const { baseline: first, recent: last, cells, level } = options;
  const threshold = Math.sqrt((Math.log(2 / level) / 2) * (1 / first + 1 / last));
  const given = checked((state ?? { baseline: [], recent: [], next: 0 }) as unknown as DriftState, options);
  const baseline = [...given.baseline];
  const recent = [...given.recent];
  let { next } = given;
  let table = baseline.length === first ? tableOf(baseline, cells) : null;
  const counts = new Float64Array(2 * cells);
  recent.forEach((cell) => counts[cell]!++);
  return {
    push(value) {
      if (table === null) {
        baseline.push(value);
        if (baseline.length === first) table = tableOf(baseline, cells);
        return;
      }
      const cell = cellOf(table.edges, value);
      if (recent.length === last) counts[recent[next]!]!--;
      recent[next] = cell;
      counts[cell]!++;
      next = (next + 1) % last;
    },
    distance() {
      if (table === null || recent.length < last) return null;
      let [most, seen] = [0, 0];
      for (let k = 0; k < table.shares.length; k++) {
        seen += counts[k]!;
        most = Math.max(most, Math.abs(seen / last - table.shares[k]!));
      }
      return most / threshold;
    },
    state: () => ({ baseline: [...baseline], recent: [...recent], next }),
  };
}

/** Throws `INPUT_INVALID` where a state is not one that a detector with these options returned. */
function checked(state: DriftState, { baseline, recent, cells }: DriftOptions): DriftState {
  const { baseline: first, recent: last, next } = state;
  const cell = (k: number): boolean => Number.isInteger(k) && k >= 0 && k < 2 * cells;
  const lists = Array.isArray(first) && Array.isArray(last) && first.length <= baseline && last.length <= recent;
  if (
    lists &&
    first.every(Number.isFinite) &&
    last.every(cell) &&
    Number.isInteger(next) &&
    next >= 0 &&
    next < recent
  ) {
    return state;
  }
  const fix = 'Give the state that a detector with the same options returned.';
  throw new CfcError('INPUT_INVALID', 'no state of this drift detector', 'drift', fix);
}

/** Distinct inner quantiles e of the baseline, and its shares below and at most e₀, below and at most e₁, ... */
function tableOf(baseline: readonly number[], cells: number): { edges: Float64Array; shares: Float64Array } {
  const sorted = Float64Array.from(baseline).sort();
  const picks = Array.from({ length: cells - 1 }, (_, k) => sorted[Math.floor(((k + 1) * sorted.length) / cells)]!);
  const edges = Float64Array.from(new Set(picks));
  const shares = [...edges].flatMap((edge) => [
    sorted.filter((value) => value < edge).length / sorted.length,
    sorted.filter((value) => value <= edge).length / sorted.length,
  ]);
  return { edges, shares: Float64Array.from(shares) };
}

/** Cells lie between the edges, and each edge is one of its own: twice the number of edges below, and 1 more at an edge. */
function cellOf(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return 2 * low + (edges[low] === value ? 1 : 0);
}
