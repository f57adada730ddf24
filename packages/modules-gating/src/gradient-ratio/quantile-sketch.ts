import { CfcError, describe } from '@cfc/core';

/**
 * Numbers >= 0 in buckets whose bounds grow by one factor: quantiles to a stated relative error, whatever the distribution.
 *
 * Plain data: survives JSON. What it holds does not depend on the order of the numbers, nor on how they were split up.
 */
export interface QuantileSketch {
  /** Relative error α of quantiles, in (0, 1). */
  readonly accuracy: number;
  readonly count: number;
  /** How many of them lie below 1e-9, where they count as 0. */
  readonly zeros: number;
  /** Smallest and largest number, exact; 0 for none. */
  readonly least: number;
  readonly most: number;
  /** Bucket i holds how many numbers lie in (γ^(i-1), γ^i], γ = (1 + α) / (1 - α); rising i, no empty bucket. */
  readonly buckets: readonly (readonly [index: number, count: number])[];
}

/** Numbers below this count as 0, so that numbers up to 10 take at most 1,153 buckets at α = 0.01. */
const SMALLEST = 1e-9;

/**
 * A sketch of nothing.
 *
 * @param accuracy relative error α of quantiles, in (0, 1); 0.01 by default
 * @throws `OPTION_INVALID` for an accuracy out of range
 * Source: C. Masson, J. Rim, H. Lee, Proc. VLDB Endow. 12 (2019) 2195 (DDSketch).
 */
export function quantileSketch(accuracy = 0.01): QuantileSketch {
  if (!(accuracy > 0 && accuracy < 1)) {
    const what = `the accuracy is ${describe(accuracy)}`;
    throw new CfcError('OPTION_INVALID', what, 'quantileSketch', 'Give a number in (0, 1).');
  }
  return { accuracy, count: 0, zeros: 0, least: 0, most: 0, buckets: [] };
}

/** The sketch with more numbers in it. Throws `INPUT_INVALID` for one that is negative or not finite. */
export function sketched(sketch: QuantileSketch, values: readonly number[]): QuantileSketch {
  const wrong = values.find((value) => !(value >= 0 && value < Infinity));
  if (wrong !== undefined) {
    throw new CfcError('INPUT_INVALID', `a value is ${wrong}`, 'sketched', 'Give finite numbers >= 0.');
  }
  const step = logGamma(sketch.accuracy);
  const indices = values.filter((value) => value >= SMALLEST).map((value) => Math.ceil(Math.log(value) / step));
  return mergedSketches(sketch, {
    accuracy: sketch.accuracy,
    count: values.length,
    zeros: values.length - indices.length,
    least: values.reduce((least, value) => Math.min(least, value), values[0] ?? 0),
    most: values.reduce((most, value) => Math.max(most, value), 0),
    buckets: indices.map((index) => [index, 1]),
  });
}

/** The sketch of all numbers of both. Throws `INPUT_INVALID` where their accuracies differ. */
export function mergedSketches(a: QuantileSketch, b: QuantileSketch): QuantileSketch {
  if (a.accuracy !== b.accuracy) {
    const what = `the accuracies are ${a.accuracy} and ${b.accuracy}`;
    throw new CfcError('INPUT_INVALID', what, 'mergedSketches', 'Merge sketches of one accuracy.');
  }
  const counts = new Map<number, number>();
  for (const [index, count] of [...a.buckets, ...b.buckets]) counts.set(index, (counts.get(index) ?? 0) + count);
  const filled = [a, b].filter(({ count }) => count > 0);
  return {
    accuracy: a.accuracy,
    count: a.count + b.count,
    zeros: a.zeros + b.zeros,
    least: filled.length === 0 ? 0 : Math.min(...filled.map(({ least }) => least)),
    most: Math.max(a.most, b.most),
    buckets: [...counts].sort(([i], [j]) => i - j),
  };
}

/**
 * The quantile at q: of the sorted numbers the one with rank ⌊q (count - 1)⌋, counted from 0, to a relative error of at most α;
 * below 1e-9 it is 0. At q = 0 and q = 1 it is exact. 0 for no numbers.
 *
 * @param q in [0, 1]; throws `INPUT_INVALID` for another
 */
export function quantileOf(sketch: QuantileSketch, q: number): number {
  if (!(q >= 0 && q <= 1)) {
    throw new CfcError('INPUT_INVALID', `q is ${describe(q)}`, 'quantileOf', 'Give a number in [0, 1].');
  }
  const { accuracy, count, zeros, least, most, buckets } = sketch;
  if (q === 0) return least;
  if (q === 1) return most;
  const rank = Math.floor(q * (count - 1));
  let seen = zeros;
  if (rank < seen) return 0;
  for (const [index, held] of buckets) {
    seen += held;
    if (rank >= seen) continue;
    const middle = Math.exp(index * logGamma(accuracy)) * (1 - accuracy);
    return Math.min(most, Math.max(least, middle));
  }
  return most;
}

/** ln γ. */
const logGamma = (accuracy: number): number => Math.log1p(accuracy) - Math.log1p(-accuracy);
