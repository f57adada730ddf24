import { type Interval, interval } from '../interval.js';
import type { Tested } from './measure.js';
import type { Variant } from './variant.js';

/** The kind of decoder, whatever the seed; without regulariser and with clean later readings where nothing else is said. */
export type Kind = Partial<Omit<Variant, 'seed'>>;

/** What is compared. */
export type Measure =
  | 'error'
  | 'earlyError'
  | 'lateError'
  | 'oracleEarly'
  | 'redeemed'
  | 'spoiled'
  | 'loss'
  | 'eta'
  | 'entropy'
  | 'energy'
  | 'energyFall'
  | 'steps';

const PLAIN = { later: 'clean', regulariser: 'none', weight: 0 } as const;

/** The rows of one kind, in the order of the seeds. */
export function of(rows: readonly Tested[], kind: Kind): readonly Tested[] {
  const wanted = Object.entries({ ...PLAIN, ...kind });
  return rows.filter((row) => wanted.every(([name, value]) => row[name] === value));
}

/** Mean over the seeds with its interval; null where the measure has no meaning or was not taken. */
export function mean(rows: readonly Tested[], kind: Kind, measure: Measure): Interval | null {
  const values = of(rows, kind).flatMap((row) => (typeof row[measure] === 'number' ? [row[measure]] : []));
  return values.length === 0 ? null : interval(values);
}

/** Mean over the seeds of the difference between two kinds that saw the same sequences: `kind` less `other`. */
export function difference(rows: readonly Tested[], kind: Kind, other: Kind, measure: Measure): Interval | null {
  const others = new Map(of(rows, other).map((row) => [row.seed, row[measure]]));
  const values = of(rows, kind).flatMap(({ seed, [measure]: value }) => {
    const base = others.get(seed);
    return typeof value === 'number' && typeof base === 'number' ? [value - base] : [];
  });
  return values.length === 0 ? null : interval(values);
}

/** -1 where an interval lies below 0, 1 where it lies above, else 0. */
export const signOf = ({ low, high }: Interval): number => (high < 0 ? -1 : low > 0 ? 1 : 0);
