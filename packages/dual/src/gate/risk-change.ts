import { having, numbersIn, type TraceRow } from '../trace/rows.js';
import { deviation, mean, percentileOf } from '../trace/statistics.js';

/** The risk energy V_s of two traces. */
export interface RiskChange {
  /** The column that V_s was read from. */
  readonly of: 'risk' | 'infeasibility';
  readonly before: number;
  readonly after: number;
  /** ΔV_s: mean after less mean before. */
  readonly change: number;
  /** What counts as its rise: the 95th percentile of paired differences, or the change less three standard errors. */
  readonly rise: number;
}

const CONFIDENCE = 95;
const ERRORS = 3;
/** Stretches that the standard error of a mean is told from: rows that follow each other are alike. */
const STRETCHES = 10;

/** ΔV_s of a candidate; null where no column tells of a risk. */
export function riskChange(before: readonly TraceRow[], after: readonly TraceRow[]): RiskChange | null {
  return paired(before, after) ?? standIn(before, after);
}

/** The column `risk`, rows of the same step against each other; null where they share no step. */
function paired(before: readonly TraceRow[], after: readonly TraceRow[]): RiskChange | null {
  const old = new Map(having(before, 'risk').map((row) => [row['step'], row['risk'] as number]));
  const both = having(after, 'risk').filter(({ step }) => old.has(step ?? null));
  if (both.length === 0) return null;
  const differences = both.map(({ step, risk }) => (risk as number) - old.get(step ?? null)!);
  return {
    of: 'risk',
    before: mean(both.map(({ step }) => old.get(step ?? null)!)),
    after: mean(numbersIn(both, 'risk')),
    change: mean(differences),
    rise: percentileOf(differences, CONFIDENCE),
  };
}

function standIn(before: readonly TraceRow[], after: readonly TraceRow[]): RiskChange | null {
  const [old, fresh] = [before, after].map((rows) => numbersIn(rows, 'infeasibility')) as [Float64Array, Float64Array];
  const [was, is] = [mean(old), mean(fresh)];
  if (!Number.isFinite(was) || !Number.isFinite(is)) return null;
  const error = Math.hypot(errorOf(old), errorOf(fresh));
  return { of: 'infeasibility', before: was, after: is, change: is - was, rise: is - was - ERRORS * error };
}

/** Standard error of the mean, from the means of equal stretches. */
function errorOf(values: Float64Array): number {
  const size = Math.floor(values.length / STRETCHES);
  if (size === 0) return deviation(values);
  const means = Array.from({ length: STRETCHES }, (_, k) => mean(values.subarray(k * size, (k + 1) * size)));
  return deviation(means) / Math.sqrt(STRETCHES - 1);
}
