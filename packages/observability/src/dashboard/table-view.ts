import { closeSync, openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { type BucketStore, bucketStore, type Decimated } from '../decimate/bucket-store.js';
import type { Row } from '../table/row.js';
import { lastLines, linesBehind, linesOf } from './read-lines.js';
import { type RowParser, rowParser } from './row-parser.js';
import { sparseIndex } from './sparse-index.js';

/** Where a view stands; a later `version` means that there is something to fetch. */
export interface ViewState {
  readonly version: number;
  /** Rows read so far. */
  readonly rows: number;
  /** False while the picture is made of sampled rows, until all have been read. */
  readonly exact: boolean;
  /** Share of the file that was read, [0, 1]; rises without a new version while rows are sampled. */
  readonly read: number;
}

/** A table that may grow, in bounded memory. */
export interface TableView {
  readonly state: ViewState;
  readonly columns: readonly string[];
  /** Columns that are not kept. */
  readonly left: number;
  /** Takes a look at the file; true where something has changed. Reads at most a share of it at once. */
  advance(): Promise<boolean>;
  points(names: readonly string[], points: number, from: number, to: number): Promise<Decimated>;
  tail(rows: number): Promise<readonly Row[]>;
}

const BUCKETS = 4096;
const SAMPLES = 600;
const SMALL = 1 << 23;
/** How much is read between two looks at the clock of the listeners, in ms. */
const SLICE = 150;
const TAIL = 1 << 17;

/** A view of a CSV file (by its ending) or of JSON lines. */
export function tableView(path: string): TableView {
  const csv = path.toLowerCase().endsWith('.csv');
  let parse: RowParser | null = csv ? null : rowParser(null);
  let [version, at, size, inode] = [0, 0, 0, -1];
  let store = bucketStore(BUCKETS);
  let sampled: BucketStore | null = null;
  let index = sparseIndex();
  let seam = '';
  let busy: Promise<boolean> | null = null; // one look at a time

  const begin = (): void => {
    parse = csv ? null : rowParser(null);
    at = 0;
    store = bucketStore(BUCKETS);
    index = sparseIndex();
    sampled = null;
    seam = '';
  };
  const xOf = (row: Row, count: number): number => (typeof row.step === 'number' ? row.step : count);
  const shown = (): BucketStore => sampled ?? store;

  /** Rows at evenly spaced bytes: a first picture of a long file. */
  const sample = async (): Promise<void> => {
    if (csv) parse = rowParser((await linesBehind(path, [0]))[0] ?? '');
    const places = Array.from({ length: SAMPLES }, (_, k) => Math.floor((k * size) / SAMPLES));
    const rows = [...(await linesBehind(path, places)), ...(await lastLines(path, size, 1 << 16)).slice(-1)];
    const lengths = rows.reduce((sum, line) => sum + line.length + 1, 0);
    const perSample = (size * rows.length) / lengths / SAMPLES;
    sampled = bucketStore(2 * SAMPLES);
    rows.forEach((line, k) => {
      const row = parse!(line);
      if (row !== null) sampled!.add(xOf(row, Math.round(k * perSample) + 1), row);
    });
  };

  const readOn = async (): Promise<void> => {
    const until = performance.now() + SLICE;
    for await (const { from, to, lines } of linesOf(path, at, size)) {
      parse ??= rowParser(lines[0]!);
      let first = NaN;
      for (const line of lines) {
        const row = parse(line);
        if (row === null) continue;
        const x = xOf(row, store.rows + 1);
        if (Number.isNaN(first)) first = x;
        store.add(x, row);
      }
      if (!Number.isNaN(first)) index.add(first, from, store.rows);
      at = to;
      if (performance.now() > until) break;
      await setImmediate();
    }
    seam = bytesBefore(path, at);
  };

  const look = async (): Promise<boolean> => {
    const now = await stat(path).catch(() => null);
    if (now === null) return false;
    const anew =
      now.size < at || (inode !== -1 && now.ino !== inode) || (now.size > size && seam !== bytesBefore(path, at));
    if (anew) begin();
    inode = now.ino;
    size = now.size;
    const before = at;
    if (at === 0 && size > SMALL && sampled === null) await sample();
    else await readOn();
    const news = anew || at !== before || (sampled !== null && at === 0);
    if (sampled !== null && before !== at && size - at < TAIL) sampled = null;
    if (news && (sampled === null || at === 0)) version++;
    return news;
  };

  return {
    get state() {
      return { version, rows: store.rows, exact: sampled === null, read: size === 0 ? 1 : at / size };
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
      const whole = sampled === null && near * 4 < points && store.rows > BUCKETS;
      if (!whole) return shown().points(names, points, from, to);
      const fine = bucketStore(2 * Math.floor(points / 4));
      const [start, counted] = index.before(from);
      let count = counted;
      for await (const { lines } of linesOf(path, start, at)) {
        let x = -Infinity;
        for (const line of lines) {
          const row = parse!(line);
          if (row === null) continue;
          x = xOf(row, ++count);
          if (x >= from && x <= to) fine.add(x, row);
        }
        if (x > to) break;
        await setImmediate();
      }
      return fine.points(names, points);
    },
    async tail(rows) {
      if (size === 0 || parse === null) return [];
      return (await lastLines(path, size, TAIL))
        .slice(-rows)
        .map((line) => parse!(line))
        .filter((row) => row !== null);
    },
  };
}

/** What stands right before a place: other bytes there mean that the file was written anew. */
function bytesBefore(path: string, at: number): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(at, 64));
    const read = readSync(file, bytes, 0, bytes.length, at - bytes.length);
    return bytes.toString('latin1', 0, read);
  } finally {
    closeSync(file);
  }
}
