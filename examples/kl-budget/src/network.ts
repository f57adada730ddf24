import { normal } from '@cfc/core';

/** Two inputs, a hidden layer of tanh, a softmax; weights in one vector: for each hidden unit 3, then for each class hidden + 1. */
const HIDDEN = 12;
export const CLASSES = 3;
export type Point = readonly [number, number];

export const fresh = (seed: number): Float64Array =>
  Float64Array.from({ length: 3 * HIDDEN + CLASSES * (HIDDEN + 1) }, (_, k) => 0.5 * normal(seed, 0, k));

function hidden(weights: Float64Array, [x, y]: Point): Float64Array {
  const out = new Float64Array(HIDDEN + 1).fill(1);
  for (let h = 0; h < HIDDEN; h++)
    out[h] = Math.tanh(weights[3 * h]! * x + weights[3 * h + 1]! * y + weights[3 * h + 2]!);
  return out;
}

const outer = (c: number, h: number): number => 3 * HIDDEN + c * (HIDDEN + 1) + h;

function softmax(weights: Float64Array, units: Float64Array): Float64Array {
  const powers = new Float64Array(CLASSES);
  let total = 0;
  for (let c = 0; c < CLASSES; c++) {
    let score = 0;
    for (let h = 0; h <= HIDDEN; h++) score += units[h]! * weights[outer(c, h)]!;
    total += powers[c] = Math.exp(score);
  }
  return powers.map((power) => power / total);
}

/** Class probabilities at a point. */
export const predict = (weights: Float64Array, point: Point): Float64Array => softmax(weights, hidden(weights, point));

/** Adds to `out` the gradient of a loss whose derivative by the scores of the classes at a point is `errors`. */
export function addGradient(weights: Float64Array, point: Point, errors: Float64Array, out: Float64Array): void {
  const units = hidden(weights, point);
  for (let h = 0; h <= HIDDEN; h++) {
    let back = 0;
    for (let c = 0; c < CLASSES; c++) {
      out[outer(c, h)]! += errors[c]! * units[h]!;
      back += errors[c]! * weights[outer(c, h)]! * (1 - units[h]! ** 2);
    }
    if (h === HIDDEN) return;
    out[3 * h]! += back * point[0];
    out[3 * h + 1]! += back * point[1];
    out[3 * h + 2]! += back;
  }
}
