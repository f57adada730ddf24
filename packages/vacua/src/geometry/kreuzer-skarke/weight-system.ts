import { badLine, type Line } from '../lines/line.js';

/** A (combined) weight system: each row of weights sums to its degree. */
export interface WeightSystem {
  /** The degree of each row. */
  readonly degrees: readonly number[];
  /** A row of weights for each degree, all as long as there are coordinates. */
  readonly weights: readonly (readonly number[])[];
  /** Dimension of the polytope: coordinates - rows. */
  readonly dimension: number;
}

/**
 * Takes the numbers of a line apart: `8 1 1 2 2 2` is one row, `3 1 1 1 0 0 0  4 0 0 0 2 1 1` are two. A row is its degree, weights until
 * they sum to it, and the zeros that follow.
 *
 * @throws `INPUT_INVALID` that names the line: a row that does not sum to its degree, rows of unequal length, a row with a common
 * divisor, a coordinate without weight, a dimension below 1
 */
export function weightSystem(numbers: readonly number[], line: Line): WeightSystem {
  const degrees: number[] = [];
  const weights: number[][] = [];
  for (let k = 0; k < numbers.length;) {
    const degree = numbers[k++]!;
    const row: number[] = [];
    let sum = 0;
    for (; k < numbers.length && (sum < degree || numbers[k] === 0); k++) {
      row.push(numbers[k]!);
      sum += numbers[k]!;
    }
    if (degree === 0 || sum !== degree) throw badLine(line, `weights that sum to ${sum} under the degree ${degree}`);
    degrees.push(degree);
    weights.push(row);
  }
  return { degrees, weights, dimension: dimensionOf(weights, line) };
}

function dimensionOf(weights: readonly (readonly number[])[], line: Line): number {
  const length = weights[0]?.length ?? 0;
  const short = weights.findIndex((row) => row.length !== length);
  if (short > 0) throw badLine(line, `row ${short + 1} has ${weights[short]!.length} weights, row 1 has ${length}`);
  for (const [k, row] of weights.entries()) {
    const divisor = row.reduce(greatestDivisor, 0);
    if (divisor !== 1) throw badLine(line, `the weights of row ${k + 1} have the divisor ${divisor}`);
  }
  const idle = Array.from({ length }, (_, i) => weights.every((row) => row[i] === 0)).indexOf(true);
  if (idle >= 0) throw badLine(line, `coordinate ${idle + 1} has no weight`);
  if (length <= weights.length) throw badLine(line, `${length} coordinates under ${weights.length} rows of weights`);
  return length - weights.length;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));
