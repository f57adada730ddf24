import { type Given, fill, integer, number } from '@cfc/core';
import { type Objective, lbfgs } from './lbfgs.js';
import { type Row, checkLabels, widthOf } from './rows.js';
import { type Scaler, scaled, scalerOf } from './scaler.js';
import { softmax } from './softmax.js';

const fields = {
  ridge: number(1, 'weight of half the squared weights, against the sum of losses', { min: 0 }),
  tolerance: number(1e-7, 'largest norm of the gradient of the mean loss', { above: 0 }),
  maxIterations: integer(2000, 'most L-BFGS iterations', { min: 1 }),
};

/** A fitted softmax regression. Plain data. */
export interface LogisticModel {
  readonly kind: 'logistic';
  readonly classes: number;
  readonly scaler: Scaler;
  /** A row of weights for each class, of the scaled features. */
  readonly weights: readonly Row[];
  readonly intercepts: readonly number[];
  readonly iterations: number;
}

/**
 * Multinomial logistic regression: minimises Σ_i -ln p(y_i | x_i) + ½ ridge |W|², p = softmax(Wx + b) on standardised features; convex, so
 * that the result depends on the data alone.
 *
 * @param options `ridge` >= 0 (1), `tolerance` (1e-7), `maxIterations` (2000)
 * @throws `INPUT_INVALID`, `OPTION_INVALID`
 */
export function fitLogistic(
  rows: readonly Row[],
  labels: readonly number[],
  classes: number,
  options: Given<typeof fields> = {},
): LogisticModel {
  const { ridge, tolerance, maxIterations } = fill(fields, options, 'fitLogistic');
  const width = widthOf(rows, 'fitLogistic.rows');
  checkLabels(labels, rows.length, classes, 'fitLogistic.labels');
  const scaler = scalerOf(rows);
  const x = new Float64Array(classes * (width + 1));
  const iterations = lbfgs(meanLoss(scaled(scaler, rows), labels, classes, ridge), x, tolerance, maxIterations);
  const rowOf = (c: number): number[] => Array.from(x.subarray(c * (width + 1), (c + 1) * (width + 1)));
  const all = Array.from({ length: classes }, (_, c) => rowOf(c));
  return {
    kind: 'logistic',
    classes,
    scaler,
    weights: all.map((row) => row.slice(0, width)),
    intercepts: all.map((row) => row[width]!),
    iterations,
  };
}

/** Probabilities of the classes for each row. */
export function predictLogistic({ scaler, weights, intercepts }: LogisticModel, rows: readonly Row[]): number[][] {
  const scores = new Float64Array(intercepts.length);
  return scaled(scaler, rows).map((row) => {
    for (let c = 0; c < scores.length; c++) scores[c] = intercepts[c]! + product(weights[c]!, row);
    softmax(scores);
    return Array.from(scores);
  });
}

/** Divided by the number of rows, with its exact gradient. */
function meanLoss(rows: readonly Float64Array[], labels: readonly number[], classes: number, ridge: number): Objective {
  const width = rows[0]!.length;
  const count = rows.length;
  const scores = new Float64Array(classes);
  return (x, gradient) => {
    gradient.fill(0);
    let loss = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      for (let c = 0; c < classes; c++) {
        let score = x[c * (width + 1) + width]!;
        for (let j = 0, at = c * (width + 1); j < width; j++) score += x[at + j]! * row[j]!;
        scores[c] = score;
      }
      const right = scores[labels[i]!]!;
      loss += softmax(scores) - right;
      for (let c = 0; c < classes; c++) {
        const error = (scores[c]! - Number(labels[i] === c)) / count;
        const at = c * (width + 1);
        for (let j = 0; j < width; j++) gradient[at + j]! += error * row[j]!;
        gradient[at + width]! += error;
      }
    }
    let squares = 0;
    for (let k = 0; k < x.length; k++) {
      if (k % (width + 1) === width) continue;
      squares += x[k]! * x[k]!;
      gradient[k]! += (ridge / count) * x[k]!;
    }
    return (loss + 0.5 * ridge * squares) / count;
  };
}

function product(weights: Row, row: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += weights[j]! * row[j]!;
  return sum;
}
