import { expect, test } from 'vitest';
import { type Point, addGradient, fresh, predict } from '../src/network.js';
import { before, points, tune } from '../src/train.js';

test('the gradient is the derivative', () => {
  const weights = fresh(3);
  const [point, goal]: [Point, Float64Array] = [[0.3, -0.7], Float64Array.of(0.2, 0.5, 0.3)];
  const loss = (w: Float64Array): number => -predict(w, point).reduce((sum, p, c) => sum + goal[c]! * Math.log(p), 0);
  const gradient = new Float64Array(weights.length);
  addGradient(
    weights,
    point,
    predict(weights, point).map((p, c) => p - goal[c]!),
    gradient,
  );
  gradient.forEach((slope, k) => {
    const moved = (by: number): Float64Array => weights.map((value, j) => (j === k ? value + by : value));
    expect(slope).toBeCloseTo((loss(moved(1e-6)) - loss(moved(-1e-6))) / 2e-6, 7);
  });
});

test('probabilities are probabilities, before and after', () => {
  for (const point of points) expect(predict(before, point).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
});

test('the budget is used up and kept, and what is wanted is learnt better with more of it', () => {
  const [tight, loose] = [tune({ budget: 0.05 }), tune({ budget: 0.2 })];
  expect(Math.abs(tight.kl - 0.05)).toBeLessThan(0.005);
  expect(Math.abs(loose.kl - 0.2)).toBeLessThan(0.005);
  expect(loose.loss).toBeLessThan(tight.loss);
  expect(tight.weight).toBeGreaterThan(loose.weight);
  expect(tight.trace).toHaveLength(2000);
});
