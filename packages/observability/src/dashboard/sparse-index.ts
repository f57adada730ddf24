import { beginning, type Place } from './rows-from.js';

/** Where in a table rows begin, for some of them: enough to read a range of x without reading all before it. */
export interface SparseIndex {
  /** A row of this x begins at this place, behind so many others. */
  add(x: number, place: Place, rows: number): void;
  /** The last known place whose x lies before the one given, and the rows before it. */
  before(x: number): readonly [place: Place, rows: number];
}

const MOST = 4096;

/** Keeps at most 4,096 places; once there are more, every second one goes. */
export function sparseIndex(): SparseIndex {
  let kept: (readonly [x: number, place: Place, rows: number])[] = [];
  let every = 1;
  let asked = 0;
  return {
    add(x, place, rows) {
      if (asked++ % every === 0) kept.push([x, place, rows]);
      if (kept.length < MOST) return;
      kept = kept.filter((_, k) => k % 2 === 0);
      every *= 2;
    },
    before(x) {
      let [low, high] = [0, kept.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (kept[middle]![0] < x) low = middle + 1;
        else high = middle;
      }
      const [, place, rows] = kept[low - 1] ?? [0, beginning, 0];
      return [place, rows];
    },
  };
}
