import { CfcError } from '@cfc/core';
import { checkLabels } from '../baselines/rows.js';
import { confusion, decided } from './confusion.js';
import { mean } from './mean.js';
import { calibrationError, reliability } from './reliability.js';

/** How good probabilities are. */
export interface Scores {
  readonly count: number;
  readonly accuracy: number;
  /** Mean recall of the classes that occur. */
  readonly balancedAccuracy: number;
  readonly macroF1: number;
  /** Harmonic mean of precision and recall of each class; 0 where nothing of it was found. */
  readonly f1: readonly number[];
  /** Rows are true classes, columns predicted ones. */
  readonly confusion: readonly (readonly number[])[];
  /** Expected calibration error over 15 bins. */
  readonly calibrationError: number;
  /** Mean of Σ_c (p_c - [c is right])². */
  readonly brier: number;
  /** Mean of -ln p of the right class, p at least 2⁻⁵². */
  readonly logLoss: number;
}

/**
 * Scores of probabilities against labels.
 *
 * @param probabilities a row for each example, a number for each class
 * @throws `INPUT_INVALID`
 */
export function scoresOf(probabilities: readonly (readonly number[])[], labels: readonly number[]): Scores {
  const classes = probabilities[0]?.length ?? 0;
  if (classes === 0) throw new CfcError('INPUT_INVALID', 'there is nothing to score', 'scoresOf.probabilities');
  checkLabels(labels, probabilities.length, classes, 'scoresOf.labels');
  const n = labels.length;
  const counts = confusion(probabilities.map(decided), labels, classes);
  const actual = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const claimed = counts.map((_, c) => counts.reduce((sum, row) => sum + row[c]!, 0));
  const present = actual.flatMap((count, c) => (count > 0 ? [counts[c]![c]! / count] : []));
  const f1 = counts.map((row, c) => (2 * row[c]!) / (actual[c]! + claimed[c]! || 1));
  return {
    count: n,
    accuracy: counts.reduce((sum, row, c) => sum + row[c]!, 0) / n,
    balancedAccuracy: mean(present),
    macroF1: mean(f1),
    f1,
    confusion: counts,
    calibrationError: calibrationError(reliability(probabilities, labels)),
    brier: mean(probabilities.map((row, i) => row.reduce((sum, p, c) => sum + (p - Number(c === labels[i])) ** 2, 0))),
    logLoss: mean(probabilities.map((row, i) => -Math.log(Math.max(Number.EPSILON, row[labels[i]!]!)))),
  };
}
