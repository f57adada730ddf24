import type { Row } from './rows.js';

/** Most bins of a feature; a feature of no more values is split between any two of them. */
const MOST = 255;

/** Features as small whole numbers, a column after another. */
export interface Binned {
  readonly codes: readonly Uint8Array[];
  /** For each feature the value between code k and code k + 1. */
  readonly borders: readonly (readonly number[])[];
}

/** Codes in the order of the values: every value its own where there are at most 255, else equal shares. */
export function binned(rows: readonly Row[]): Binned {
  const borders = rows[0]!.map((_, j) => bordersOf(Float64Array.from(rows, (row) => row[j]!).sort()));
  const codes = borders.map((border, j) => Uint8Array.from(rows, (row) => codeOf(border, row[j]!)));
  return { codes, borders };
}

function bordersOf(sorted: Float64Array): number[] {
  const values = [...new Set(sorted)];
  const middles = (of: readonly number[]): number[] => of.slice(1).map((value, k) => (value + of[k]!) / 2);
  if (values.length <= MOST) return middles(values);
  const shares = Array.from({ length: MOST }, (_, k) => sorted[Math.floor((k * sorted.length) / MOST)]!);
  return middles([...new Set(shares)]);
}

/** How many borders lie below the value. */
function codeOf(borders: readonly number[], value: number): number {
  let [low, high] = [0, borders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > borders[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}
