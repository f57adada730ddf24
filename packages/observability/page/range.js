/**
 * A stretch of x; null is all there is, and follows what comes.
 *
 * @typedef {readonly [from: number, to: number] | null} Range
 */

/**
 * @param {Range} range
 * @param {readonly [number, number]} whole
 * @param {number} factor below 1 zooms in
 * @returns {Range}
 */
export function zoomed(range, whole, factor) {
  const [from, to] = range ?? whole;
  const half = ((to - from) * factor) / 2;
  return within([(from + to) / 2 - half, (from + to) / 2 + half], whole);
}

/**
 * @param {Range} range
 * @param {readonly [number, number]} whole
 * @param {number} share of its width, below 0 to the left
 * @returns {Range}
 */
export function moved(range, whole, share) {
  if (range === null) return null;
  const [from, to] = range;
  const by = Math.min(Math.max((to - from) * share, whole[0] - from), whole[1] - to);
  return [from + by, to + by];
}

/** @param {readonly [number, number]} range @param {readonly [number, number]} whole @returns {Range} */
function within([from, to], [first, last]) {
  const ends = /** @type {const} */ ([Math.max(from, first), Math.min(to, last)]);
  return ends[0] <= first && ends[1] >= last ? null : ends[1] > ends[0] ? ends : null;
}
