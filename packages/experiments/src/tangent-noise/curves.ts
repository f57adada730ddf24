import { groups } from '../groups.js';
import { type Interval, interval } from '../interval.js';
import { overSeeds, total } from '../over-seeds.js';
import { proportion } from '../proportion.js';
import type { Found } from './cells.js';
import type { Landscape } from './landscapes.js';
import type { Kind } from './search.js';

/** All searches with one kind of noise at one length. */
export interface Point {
  readonly length: number;
  /** Share of searches that escaped. */
  readonly escaped: Interval;
  /** Mean energy that the noise put in, per step. */
  readonly rise: number;
  readonly bySeed: ReadonlyMap<number, number>;
}

/** The points of one kind of noise in one landscape, by length. */
export function curveOf(rows: readonly Found[], landscape: Landscape, kind: Kind): readonly Point[] {
  const own = rows.filter((row) => row.task === 'escape' && row.landscape === landscape && row.kind === kind);
  return [...groups(own, ({ length }) => length)].map(([length, some]) => {
    const out = (row: Found): number => row.escaped ?? 0;
    return {
      length,
      escaped: proportion(total(some, out), some.length),
      rise: total(some, ({ rise }) => rise ?? 0) / some.length,
      bySeed: new Map(some.map((row) => [row.seed, out(row)])),
    };
  });
}

/** Percent of searches that escape, one less the other, over all lengths; seed by seed, both saw the same normal numbers. */
export const atEqualLength = (one: readonly Point[], other: readonly Point[]): Interval =>
  lead(one, (point, seed) => other.find(({ length }) => length === point.length)?.bySeed.get(seed) ?? null);

/**
 * The same where both put in the same energy per step: the other's result is interpolated in ln(energy) between its lengths;
 * points outside their range are left out.
 */
export const atEqualEnergy = (one: readonly Point[], other: readonly Point[]): Interval =>
  lead(one, ({ rise }, seed) => {
    const after = other.findIndex((point) => point.rise >= rise);
    if (after <= 0) return null;
    const [low, high] = [other[after - 1]!, other[after]!];
    const share = Math.log(rise / low.rise) / Math.log(high.rise / low.rise);
    return (1 - share) * low.bySeed.get(seed)! + share * high.bySeed.get(seed)!;
  });

function lead(one: readonly Point[], otherAt: (point: Point, seed: number) => number | null): Interval {
  const pairs = one.flatMap((point) =>
    [...point.bySeed].flatMap(([seed, own]) => {
      const other = otherAt(point, seed);
      return other === null ? [] : [{ seed, by: 100 * (own - other) }];
    }),
  );
  return pairs.length === 0 ? interval([0]) : overSeeds(pairs, (some) => total(some, ({ by }) => by) / some.length);
}
