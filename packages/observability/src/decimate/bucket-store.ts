import type { Row } from '../table/row.js';
import { type Extremes, extremes, include, join } from './extremes.js';
import { note, type Summary, summary } from './summary.js';

/** Points to draw: one x for all columns; null where a column has no number. */
export interface Decimated {
  readonly x: readonly number[];
  readonly y: Readonly<Record<string, readonly (number | null)[]>>;
}

/** Rows of any number in bounded memory, the extremes of every column kept. */
export interface BucketStore {
  /** Takes one more row; numbers and truth values (as 0 and 1) count, all else is passed over. */
  add(x: number, row: Row): void;
  /** Rows taken so far. */
  readonly rows: number;
  /** The columns in order of appearance, at most `columns` of them. */
  readonly columns: readonly string[];
  /** Columns beyond that number; not kept. */
  readonly left: number;
  /** Buckets that touch from ≤ x ≤ to. */
  count(from?: number, to?: number): number;
  /** Those of these columns that there are, in a few numbers over all rows. */
  summary(names: readonly string[]): Readonly<Record<string, Readonly<Summary>>>;
  /** At most `points` points of these columns over from ≤ x ≤ to. */
  points(names: readonly string[], points: number, from?: number, to?: number): Decimated;
}

/**
 * Min-max decimation of a stream of unknown length: consecutive rows share a bucket, and once there are `limit` buckets neighbours
 * are joined and each takes twice the rows. A bucket keeps the least and the largest value of every column in the order in which they
 * came, and x of its first and last row. Memory: limit times columns times 17 bytes.
 *
 * @param limit an even number of buckets, at least 2
 * @param most how many columns are kept
 */
export function bucketStore(limit: number, most = 256): BucketStore {
  const first = new Float64Array(limit);
  const last = new Float64Array(limit);
  const kept = new Map<string, Extremes & { readonly all: Summary }>();
  const further = new Set<string>();
  let rows = 0;
  let width = 1;

  const used = (): number => Math.ceil(rows / width);
  const column = (name: string) => {
    const found = kept.get(name);
    if (found !== undefined) return found;
    if (kept.size >= most) {
      if (further.size < 100_000) further.add(name);
      return undefined;
    }
    const fresh = { ...extremes(limit), all: summary() };
    kept.set(name, fresh);
    return fresh;
  };
  const halve = (): void => {
    for (let k = 0; k < limit / 2; k++) {
      first[k] = first[2 * k]!;
      last[k] = last[2 * k + 1]!;
    }
    for (const one of kept.values()) one.halve();
    width *= 2;
  };
  const span = (from: number, to: number): readonly [number, number] => {
    const end = used();
    let a = 0;
    while (a < end && last[a]! < from) a++;
    let b = end;
    while (b > a && first[b - 1]! > to) b--;
    return [a, b];
  };

  return {
    get rows() {
      return rows;
    },
    get columns() {
      return [...kept.keys()];
    },
    get left() {
      return further.size;
    },
    add(x, row) {
      if (rows === limit * width) halve();
      const k = Math.floor(rows / width);
      if (rows % width === 0) first[k] = x;
      last[k] = x;
      rows++;
      for (const name in row) {
        const cell = row[name];
        const value = typeof cell === 'boolean' ? Number(cell) : cell;
        if (typeof value === 'number' && Number.isFinite(value)) {
          const one = column(name);
          if (one === undefined) continue;
          include(one, k, value);
          note(one.all, x, value);
        }
      }
    },
    count(from = -Infinity, to = Infinity) {
      const [a, b] = span(from, to);
      return b - a;
    },
    summary: (names) =>
      Object.fromEntries(names.flatMap((name) => (kept.has(name) ? [[name, kept.get(name)!.all]] : []))),
    points(names, points, from = -Infinity, to = Infinity) {
      const [a, b] = span(from, to);
      const group = Math.max(1, Math.ceil((b - a) / Math.max(1, Math.floor(points / 2))));
      const x: number[] = [];
      const y: Record<string, (number | null)[]> = {};
      const drawn = names.flatMap((name) =>
        kept.has(name) ? [{ one: kept.get(name)!, to: (y[name] = [] as (number | null)[]) }] : [],
      );
      for (let k = a; k < b; k += group) {
        const end = Math.min(b, k + group);
        const single = first[k] === last[end - 1];
        x.push(first[k]!);
        if (!single) x.push(last[end - 1]!);
        for (const { one, to } of drawn) to.push(...join(one, k, end).slice(0, single ? 1 : 2));
      }
      return { x, y };
    },
  };
}
