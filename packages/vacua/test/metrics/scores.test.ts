import { expect, test } from 'vitest';
import { calibrationError, confusion, reliability, scoresOf } from '../../src/index.js';
import { errorCode } from '../support/error-code.js';

const probabilities = [
  [0.7, 0.2, 0.1],
  [0.4, 0.5, 0.1],
  [0.1, 0.3, 0.6],
  [0.5, 0.25, 0.25],
];
const labels = [0, 1, 2, 1];

test('scores are what one computes by hand', () => {
  const scores = scoresOf(probabilities, labels);
  expect(scores.accuracy).toBe(0.75);
  expect(scores.balancedAccuracy).toBeCloseTo((1 + 0.5 + 1) / 3, 15);
  expect(scores.f1).toEqual([2 / 3, 2 / 3, 1]);
  expect(scores.macroF1).toBeCloseTo(7 / 9, 15);
  expect(scores.confusion).toEqual([
    [1, 0, 0],
    [1, 1, 0],
    [0, 0, 1],
  ]);
  expect(scores.logLoss).toBeCloseTo(-(Math.log(0.7) + Math.log(0.5) + Math.log(0.6) + Math.log(0.25)) / 4, 14);
  expect(scores.brier).toBeCloseTo((0.14 + 0.42 + 0.26 + (0.25 + 0.5625 + 0.0625)) / 4, 14);
  // Bins of width 1/15: 0.7 alone; 0.5 twice, one right; 0.6 alone.
  expect(scores.calibrationError).toBeCloseTo((0.3 + 2 * 0 + 0.4) / 4, 14);
});

test('a class that never occurs does not enter the balanced accuracy, and has F1 0', () => {
  const scores = scoresOf(
    [
      [1, 0],
      [1, 0],
    ],
    [0, 0],
  );
  expect([scores.accuracy, scores.balancedAccuracy, scores.macroF1]).toEqual([1, 1, 0.5]);
});

test('a right class of probability 0 costs a finite loss', () => {
  expect(scoresOf([[1, 0]], [1]).logLoss).toBeCloseTo(52 * Math.LN2, 12);
});

test('bins hold everything, the largest probability 1 in the last', () => {
  const bins = reliability(
    [
      [1, 0],
      [0.5, 0.5],
      [0.05, 0.95],
    ],
    [0, 1, 1],
    10,
  );
  expect(bins.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 2]);
  expect(calibrationError(bins)).toBeCloseTo((1 * 0.5 + 2 * 0.025) / 3, 14);
  expect(confusion([0, 1, 1], [0, 0, 1], 2)).toEqual([
    [1, 1],
    [0, 1],
  ]);
});

test('labels that are no classes are an error', () => {
  expect(errorCode(() => scoresOf([[1, 0]], [2]))).toBe('INPUT_INVALID');
  expect(errorCode(() => scoresOf([[1, 0]], [0, 1]))).toBe('INPUT_INVALID');
  expect(errorCode(() => scoresOf([], []))).toBe('INPUT_INVALID');
});
