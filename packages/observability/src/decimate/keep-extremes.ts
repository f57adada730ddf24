import type { Row } from '../table/row.js';

/**
 * At most `most` of the rows, so that a line through them looks like one through all: the rows are cut into runs of equal
 * length, and of each the rows with the least and the largest `y` are kept; the first and the last row always are. Rows
 * without a number in `x` or `y` go. `most` is at least 4; fewer rows are returned as they are.
 *
 * For one column of a table that is there: it keeps rows as they are, with all their cells. `decimate` is for several columns on one x,
 * and works on a stream of unknown length; its points are no rows any more.
 *
 * @param x column of the horizontal axis, by which the rows are in order
 */
export function keepExtremes(rows: readonly Row[], x: string, y: string, most: number): readonly Row[] {
  const drawn = rows.filter((row) => Number.isFinite(row[x]) && Number.isFinite(row[y]));
  if (drawn.length <= most) return drawn;
  const inner = drawn.length - 2;
  const buckets = Math.max(1, Math.floor((most - 2) / 2));
  const kept = [drawn[0]!];
  for (let bucket = 0; bucket < buckets; bucket++) {
    const start = 1 + Math.floor((bucket * inner) / buckets);
    const end = 1 + Math.floor(((bucket + 1) * inner) / buckets);
    let [least, largest] = [start, start];
    for (let i = start; i < end; i++) {
      if (at(drawn, i, y) < at(drawn, least, y)) least = i;
      if (at(drawn, i, y) > at(drawn, largest, y)) largest = i;
    }
    if (start < end) {
      kept.push(drawn[Math.min(least, largest)]!);
      if (least !== largest) kept.push(drawn[Math.max(least, largest)]!);
    }
  }
  kept.push(drawn.at(-1)!);
  return kept;
}

const at = (rows: readonly Row[], i: number, column: string): number => rows[i]![column] as number;
