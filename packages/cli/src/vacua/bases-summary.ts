import { anomaly, hodgePair, type ToricBase } from '@cfc/vacua';

/** What all bases together show. */
export interface BasesSummary {
  /** Bases by number of rays. */
  readonly byRays: readonly (readonly [rays: number, count: number])[];
  readonly mostTensors: number;
  /** Simple gauge factors of all bases, by algebra. */
  readonly gauge: Readonly<Record<string, number>>;
  /** Bases whose gravitational anomaly is not 0. */
  readonly anomalous: number;
  readonly hodgePairs: {
    readonly distinct: number;
    /** Those that the list does not have; absent without a list. */
    readonly missing?: readonly string[];
  };
}

/** Counts while bases pass through `of`; `document` tells what has passed. */
export function basesSummary(listed?: ReadonlySet<string>) {
  const byRays = new Map<number, number>();
  const gauge = new Map<string, number>();
  const pairs = new Set<string>();
  let mostTensors = 0;
  let anomalous = 0;
  const more = <K>(counts: Map<K, number>, key: K): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    async *of(bases: AsyncIterable<ToricBase>): AsyncGenerator<ToricBase> {
      for await (const base of bases) {
        more(byRays, base.rays.length);
        for (const { algebra } of base.gauge) more(gauge, algebra);
        pairs.add(hodgePair(base.hodge));
        mostTensors = Math.max(mostTensors, base.tensors);
        if (anomaly(base) !== 0) anomalous++;
        yield base;
      }
    },
    document: (): BasesSummary => ({
      byRays: [...byRays],
      mostTensors,
      gauge: Object.fromEntries(gauge),
      anomalous,
      hodgePairs: {
        distinct: pairs.size,
        ...(listed === undefined ? {} : { missing: [...pairs].filter((pair) => !listed.has(pair)) }),
      },
    }),
  };
}
