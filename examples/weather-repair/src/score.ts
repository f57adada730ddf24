import type { Planted } from './faults.js';
import type { Repaired } from './repair.js';

/** How a repair did, over the days of one half of the record. */
export interface Score {
  /** Planted days that are off by more than a degree. */
  readonly faulted: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Root mean square error on faulted days, found or missed, in °C: before and after. */
  readonly before: number;
  readonly rmse: number;
}

/** A planted day within this many degrees of the truth is neither a fault nor a false alarm. */
const MARGIN = 1;

export function score(truth: readonly number[], planted: Planted, repaired: Repaired, from: number, to: number): Score {
  let [hits, alarms, faulted, before, after] = [0, 0, 0, 0, 0];
  for (let t = from; t < to; t++) {
    const wasPlanted = planted.faults[t] !== 'none';
    const off = planted.readings[t]! - truth[t]!;
    if (wasPlanted && Math.abs(off) > MARGIN) {
      faulted++;
      if (repaired.distrusted[t]!) hits++;
      before += off * off;
      after += (repaired.values[t]! - truth[t]!) ** 2;
    } else if (repaired.distrusted[t]! && !wasPlanted) alarms++;
  }
  return {
    faulted,
    precision: hits / Math.max(1, hits + alarms),
    recall: hits / Math.max(1, faulted),
    f1: (2 * hits) / Math.max(1, hits + alarms + faulted),
    before: Math.sqrt(before / faulted),
    rmse: Math.sqrt(after / faulted),
  };
}

/** The mean of each number over several seeds. */
export function meanScore(scores: readonly Score[]): Score {
  const mean = (of: (score: Score) => number): number => scores.reduce((sum, s) => sum + of(s), 0) / scores.length;
  return {
    faulted: mean((s) => s.faulted),
    precision: mean((s) => s.precision),
    recall: mean((s) => s.recall),
    f1: mean((s) => s.f1),
    before: mean((s) => s.before),
    rmse: mean((s) => s.rmse),
  };
}

/** The standard error of the mean of some numbers. */
export function standardError(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
