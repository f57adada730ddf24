import { CALM, SETTLED, SHOWN } from './cell.js';

/** What became of the gaps of a play, one for each round: when they were small, and those of the rounds that are shown. */
export function gapsOf(gaps: readonly number[]) {
  const first = gaps.findIndex((gap) => gap <= SETTLED);
  let calm = gaps.length;
  while (calm > 0 && gaps[calm - 1]! <= SETTLED) calm--;
  return {
    gap: gaps.at(-1)!,
    reached: first < 0 ? null : first + 1,
    settled: calm > (1 - CALM) * gaps.length ? null : calm + 1,
    ...Object.fromEntries(SHOWN.map((round) => [`gap${round}`, gaps[round - 1] ?? null])),
  };
}
