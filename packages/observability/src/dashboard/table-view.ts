import { closeSync, openSync, readSync } from 'node:fs';
import { type BucketStore, bucketStore, type Decimated } from '../decimate/bucket-store.js';
import type { Summary } from '../decimate/summary.js';
import type { Row } from '../table/row.js';
import { lastRows } from './last-rows.js';
import { type Part, partsOf } from './parts.js';
import { beginning, rowsFrom } from './rows-from.js';
import { sampledRows } from './sampled-rows.js';
import { sparseIndex } from './sparse-index.js';

/** Where a view stands; a later `version` means that there is something to fetch. */
interface ViewState {
  readonly version: number;
  /** Rows read so far. */
  readonly rows: number;
  /** Lines that are no rows, passed over so far. */
  readonly broken: number;
  /** False while the picture is made of sampled rows, until all have been read. */
  readonly exact: boolean;
  /** Share of the table that was read, [0, 1]; rises without a new version while rows are sampled. */
  readonly read: number;
}

/** A table that may grow, in bounded memory. */
export interface TableView {
  readonly state: ViewState;
  readonly columns: readonly string[];
  /** Columns that are not kept. */
  readonly left: number;
  /** Takes a look at the files; true where something has changed. Reads at most a share of them at once. */
  advance(): Promise<boolean>;
  points(names: readonly string[], points: number, from: number, to: number): Promise<Decimated>;
  /** Last, least and largest values by column, of the rows that `points` are made of. */
  summary(names: readonly string[]): Readonly<Record<string, Readonly<Summary>>>;
  tail(rows: number): Promise<readonly Row[]>;
}

/** Rows at the end that are kept as they are. */
export const KEPT = 100;

const BUCKETS = 4096;
const SAMPLES = 600;
const SMALL = 1 << 23;
/** How much is read between two looks at the clock of the listeners, in ms. */
const SLICE = 150;
const TAIL = 1 << 17;

/** A view of a table: CSV by its ending, with all its parts, or JSON lines. */
export function tableView(path: string): TableView {
  let version = 0;
  let broken = 0;
  let place = beginning;
  let parts: readonly Part[] = [];
  let store = bucketStore(BUCKETS);
  let sampled: BucketStore | null = null;
  let index = sparseIndex();
  let last: readonly Row[] = [];
  let seam = '';
  let busy: Promise<boolean> | null = null; // one look at a time

  const begin = (): void => {
    place = beginning;
    store = bucketStore(BUCKETS);
    index = sparseIndex();
    sampled = null;
    [last, seam, broken] = [[], '', 0];
  };
  const xOf = (row: Row, count: number): number => (typeof row.step === 'number' ? row.step : count);
  const shown = (): BucketStore => sampled ?? store;
  const unread = (): number => sizeOf(parts.slice(place.part - 1)) - place.at;

  /** Rows from all over a long table: a first picture. */
  const sample = async (): Promise<void> => {
    const [{ rows, bytes }, end] = [await sampledRows(parts, SAMPLES), await lastRows(path, 1 << 14)];
    const apart = sizeOf(parts) / bytes / Math.max(1, rows.length);
    const made = bucketStore(2 * SAMPLES);
    [...rows, ...end.slice(-1)].forEach((row, k) => made.add(xOf(row, Math.round(k * apart) + 1), row));
    sampled = made;
  };

  const readOn = async (): Promise<boolean> => {
    const until = performance.now() + SLICE;
    const before = place;
    for await (const { rows, broken: more, from, to } of rowsFrom(path, place)) {
      for (const [k, row] of rows.entries()) {
        const x = xOf(row, store.rows + 1);
        if (k === 0) index.add(x, from, store.rows);
        store.add(x, row);
      }
      last = [...last, ...rows].slice(-KEPT);
      broken += more;
      place = to;
      if (performance.now() > until) break;
    }
    if (place !== before) seam = bytesBefore(parts[place.part - 1]?.name, place.at);
    return place !== before;
  };

  /** Whether what was read is not there any more: cut off, written anew, or replaced. */
  const gone = (now: readonly Part[]): boolean =>
    parts.length > now.length ||
    parts.some(({ inode }, k) => now[k]!.inode !== inode) ||
    (now[place.part - 1]?.size ?? place.at) < place.at ||
    (sizeOf(now) !== sizeOf(parts) && seam !== bytesBefore(now[place.part - 1]?.name, place.at));

  const look = async (): Promise<boolean> => {
    const now = partsOf(path);
    if (now.length === 0) return false; // it may come back
    const anew = gone(now);
    if (anew) begin();
    parts = now;
    if (place === beginning && sampled === null && unread() > SMALL) {
      await sample();
      version++;
      return true;
    }
    const moved = await readOn();
    if (sampled !== null && moved && unread() < TAIL) sampled = null;
    if ((anew || moved) && sampled === null) version++;
    return anew || moved;
  };

  return {
    get state() {
      const size = sizeOf(parts);
      const read = size === 0 ? 1 : 1 - Math.max(0, unread()) / size;
      return { version, rows: store.rows, broken, exact: sampled === null, read };
    },
    get columns() {
      return shown().columns;
    },
    get left() {
      return shown().left;
    },
    advance: () => (busy ??= look().finally(() => (busy = null))),
    async points(names, points, from, to) {
      const near = shown().count(from, to);
      const fine = sampled === null && near * 4 < points && store.rows > BUCKETS;
      if (!fine) return shown().points(names, points, from, to);
      const zoomed = bucketStore(2 * Math.floor(points / 4));
      const [start, before] = index.before(from);
      let count = before;
      for await (const { rows } of rowsFrom(path, start)) {
        let x = -Infinity;
        for (const row of rows) {
          x = xOf(row, ++count);
          if (x >= from && x <= to) zoomed.add(x, row);
        }
        if (x > to) break;
      }
      return zoomed.points(names, points);
    },
    summary: (names) => shown().summary(names),
    tail: async (rows) => (sampled === null ? last : await lastRows(path, TAIL)).slice(-rows),
  };
}

const sizeOf = (parts: readonly Part[]): number => parts.reduce((sum, { size }) => sum + size, 0);

/** What stands right before a place: other bytes there mean that the file was written anew. */
function bytesBefore(name: string | undefined, at: number): string {
  if (name === undefined) return '';
  const file = openSync(name, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(at, 64));
    const read = readSync(file, bytes, 0, bytes.length, at - bytes.length);
    return bytes.toString('latin1', 0, read);
  } finally {
    closeSync(file);
  }
}
