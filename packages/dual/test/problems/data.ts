import { existsSync, readFileSync } from 'node:fs';
import { fixture } from '../fixture.js';
import type { Problem, ProblemConstraint } from './problem.js';

const folders = [process.env.CFC_DATA, new URL('../../../../data', import.meta.url).pathname];
const file = folders.map((folder) => `${folder}/diabetes_442.csv`).find((path) => existsSync(path));

/** Whether the table of 442 patients is there: in the folder that CFC_DATA names, or in `data` of the repository. */
export const haveData = file !== undefined;

const known = fixture<{
  fair_logistic_diabetes: { c: number; constrained: { theta: number[]; lambda_plus: number; lambda_minus: number } };
  neyman_pearson_diabetes: { theta: number[]; lambda: number };
}>('problems');

/** Features with an intercept first, standardised (divided by n); whether the target is above its median; ages. */
function table(path: string): { rows: Float64Array[]; positive: boolean[]; ages: number[] } {
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  const given = lines.map((line) => line.split(',').map(Number));
  const features = given[0]!.length - 1;
  const rows = given.map(() => new Float64Array(features + 1).fill(1));
  for (let j = 0; j < features; j++) {
    const mean = given.reduce((sum, row) => sum + row[j]!, 0) / given.length;
    const deviation = Math.sqrt(given.reduce((sum, row) => sum + (row[j]! - mean) ** 2, 0) / given.length);
    given.forEach((row, i) => (rows[i]![j + 1] = (row[j]! - mean) / deviation));
  }
  const targets = given.map((row) => row[features]!);
  const sorted = [...targets].sort((a, b) => a - b);
  const median = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  return { rows, positive: targets.map((value) => value > median), ages: given.map((row) => row[0]!) };
}

function score(row: Float64Array, theta: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += row[j]! * theta[j]!;
  return sum;
}

/** Mean logistic loss of some rows; its gradient times `factor` is added. */
function logistic(rows: readonly Float64Array[], positive: readonly boolean[]) {
  return {
    value: (theta: Float64Array): number =>
      rows.reduce(
        (sum, row, i) => sum + Math.log1p(Math.exp(positive[i] ? -score(row, theta) : score(row, theta))),
        0,
      ) / rows.length,
    addGradient(theta: Float64Array, factor: number, out: Float64Array): void {
      rows.forEach((row, i) => {
        const error = 1 / (1 + Math.exp(-score(row, theta))) - (positive[i] ? 1 : 0);
        for (let j = 0; j < out.length; j++) out[j] = out[j]! + (factor * error * row[j]!) / rows.length;
      });
    },
  };
}

const RIDGE = 0.01;
const start = new Array<number>(11).fill(0);
const ridge = (theta: Float64Array, out: Float64Array): void =>
  theta.forEach((value, j) => (out[j] = j === 0 ? 0 : RIDGE * value));

/** Two problems on real data; none where the data are not there. */
export function onData(): readonly Problem[] {
  if (file === undefined) return [];
  const { rows, positive, ages } = table(file);
  const loss = logistic(rows, positive);
  const mean = (chosen: readonly Float64Array[]): number[] =>
    start.map((_, j) => chosen.reduce((sum, row) => sum + row[j]!, 0) / chosen.length);
  const [old, young] = [true, false].map((is) => mean(rows.filter((_, i) => ages[i]! > 50 === is)));
  const gap = old!.map((value, j) => value - young![j]!);
  const side = (name: string, sign: number, multiplier: number): ProblemConstraint => ({
    name,
    sense: 'atMost',
    target: known.fair_logistic_diabetes.c,
    multiplier,
    value: (theta) => sign * gap.reduce((sum, g, j) => sum + g * theta[j]!, 0),
    addGradient: (_, factor, out) => gap.forEach((g, j) => (out[j]! += factor * sign * g)),
  });
  const { constrained } = known.fair_logistic_diabetes;
  const of = (is: boolean) =>
    logistic(
      rows.filter((_, i) => positive[i] === is),
      positive.filter((one) => one === is),
    );
  const positives = of(true);
  return [
    {
      name: 'fair logistic regression',
      start,
      solution: constrained.theta,
      curvature: 0.7,
      reach: 2.9,
      constraints: [side('plus', 1, constrained.lambda_plus), side('minus', -1, constrained.lambda_minus)],
      gradient(theta, out) {
        ridge(theta, out);
        loss.addGradient(theta, 1, out);
      },
    },
    {
      name: 'Neyman-Pearson',
      start,
      solution: known.neyman_pearson_diabetes.theta,
      curvature: 1.5,
      reach: 0.15,
      constraints: [
        {
          name: 'negatives',
          sense: 'atMost',
          target: 0.35,
          multiplier: known.neyman_pearson_diabetes.lambda,
          ...of(false),
        },
      ],
      gradient(theta, out) {
        ridge(theta, out);
        positives.addGradient(theta, 1, out);
      },
    },
  ];
}
