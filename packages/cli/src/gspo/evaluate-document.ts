import { type Contestant, contestants, type Raced } from './raced.js';
import { type Interval, pairedInterval } from './paired-interval.js';

/** One group of cases. */
interface EvaluateRow {
  readonly group: string;
  readonly cases: number;
  /** Mean steps to nine tenths of the drop. */
  readonly steps90: Readonly<Record<Contestant, number>>;
  /** Steps that the policy takes fewer than each of the others; mean over the pairs, with its 95% interval. */
  readonly saved: Readonly<Record<Exclude<Contestant, 'gspo'>, Interval>>;
  /** Median share of the drop that is left at the end. */
  readonly gap: Readonly<Record<Contestant, number>>;
  /** Mean points tried in vain. */
  readonly backtracks: Readonly<Record<Contestant, number>>;
}

/** What `cfc gspo evaluate --json` prints. */
export interface EvaluateDocument {
  readonly steps: number;
  readonly rows: readonly EvaluateRow[];
}

/** Sums up, group by group, then all together where there are several. */
export function evaluateDocument(results: readonly Raced[], steps: number): EvaluateDocument {
  const groups = [...new Set(results.map(({ group }) => group))];
  const rows = groups.map((group) =>
    rowOf(
      group,
      results.filter((one) => one.group === group),
    ),
  );
  return { steps, rows: rows.length < 2 ? rows : [...rows, rowOf('all', results)] };
}

function rowOf(group: string, own: readonly Raced[]): EvaluateRow {
  const each = <T>(value: (name: Contestant) => T) =>
    Object.fromEntries(contestants.map((name) => [name, value(name)])) as Record<Contestant, T>;
  const saved = (over: Contestant): Interval =>
    pairedInterval(own.map(({ outcomes }) => outcomes[over].steps90 - outcomes.gspo.steps90));
  return {
    group,
    cases: own.length,
    steps90: each((name) => mean(own.map(({ outcomes }) => outcomes[name].steps90))),
    saved: { none: saved('none'), gradnorm: saved('gradnorm'), blind: saved('blind') },
    gap: each((name) => middle(own.map(({ outcomes }) => outcomes[name].gap))),
    backtracks: each((name) => mean(own.map(({ outcomes }) => outcomes[name].backtracks))),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
