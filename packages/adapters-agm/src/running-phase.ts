import type { PhaseMetrics } from './phase-metrics.js';
import { relativeChange } from './relative-changes.js';
import { SPAN, slopeOf } from './trend.js';

/** Count, mean and sum of squared deviations of numbers seen one by one (Welford, Technometrics 4 (1962) 419). */
interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly squares: number;
}

/** What is kept of a history of any length: plain data of a fixed size. */
export interface RunningPhase {
  /** The last energy; null before the first. */
  readonly energy: number | null;
  /** The last relative changes, at most five. */
  readonly changes: readonly number[];
  readonly change: Moments;
  /** Of |c_t - c_{t-1}|. */
  readonly jerk: Moments;
}

const none: Moments = { count: 0, mean: 0, squares: 0 };
const varianceOf = ({ count, squares }: Moments): number => (count === 0 ? 0 : squares / count);

/** The phase of an empty history. */
export const startOfPhase: RunningPhase = { energy: null, changes: [], change: none, jerk: none };

/** The same history with one energy more. */
export function withEnergy(seen: RunningPhase, energy: number): RunningPhase {
  if (seen.energy === null) return { ...seen, energy };
  const change = relativeChange(seen.energy, energy);
  const before = seen.changes.at(-1);
  return {
    energy,
    changes: [...seen.changes, change].slice(-SPAN),
    change: including(seen.change, change),
    jerk: before === undefined ? seen.jerk : including(seen.jerk, Math.abs(change - before)),
  };
}

/** The metrics of what was seen: those of `phaseMetrics`, to rounding. */
export const metricsOf = ({ changes, change, jerk }: RunningPhase): PhaseMetrics => ({
  rate: change.count === 0 ? 0 : 1 - change.mean,
  variance: varianceOf(change),
  trend: slopeOf(changes),
  oscillation: varianceOf(jerk),
});

function including({ count, mean, squares }: Moments, value: number): Moments {
  const off = value - mean;
  const next = mean + off / (count + 1);
  return { count: count + 1, mean: next, squares: squares + off * (value - next) };
}
