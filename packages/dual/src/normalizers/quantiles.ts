import type { SortedList } from './sorted-list.js';

/** The middle one of `size` ascending entries, or the mean of the two; NaN of none. */
export function median(sorted: { at(k: number): number | undefined }, size: number): number {
  const half = size >> 1;
  return size % 2 === 1 ? sorted.at(half)! : (sorted.at(half - 1)! + sorted.at(half)!) / 2;
}

/**
 * Median of the absolute deviations from `middle`, by a binary search: the k + 1 entries nearest to `middle` lie side by
 * side. NaN of none.
 */
export function medianDeviation(list: SortedList, middle: number): number {
  const { size } = list;
  const k = (size - 1) >> 1;
  let low = 0;
  let high = size - 1 - k;
  while (low < high) {
    const start = (low + high) >> 1;
    if (middle - list.at(start) > list.at(start + k + 1) - middle) low = start + 1;
    else high = start;
  }
  const reach = Math.max(Math.abs(middle - list.at(low)), Math.abs(list.at(low + k) - middle));
  if (size % 2 === 1) return reach;
  const left = low > 0 ? Math.abs(middle - list.at(low - 1)) : Infinity;
  const right = low + k + 1 < size ? Math.abs(list.at(low + k + 1) - middle) : Infinity;
  return (reach + Math.min(left, right)) / 2;
}

/**
 * Quantile `share` in [0, 1] by linear interpolation between order statistics: type 7 of Hyndman and Fan (The American
 * Statistician 50 (1996) 361).
 *
 * @param at the entry of rank k of `size` ascending ones
 */
export function quantile(at: (k: number) => number, size: number, share: number): number {
  const place = (size - 1) * share;
  const low = Math.floor(place);
  const from = at(low);
  return low + 1 < size ? from + (place - low) * (at(low + 1) - from) : from;
}
