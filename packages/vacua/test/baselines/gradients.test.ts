import { normal } from '@cfc/core';
import { expect, test } from 'vitest';
import { graphNet, startGraph } from '../../src/baselines/graph-net.js';
import { lbfgs } from '../../src/baselines/lbfgs.js';

test('the gradient of the graph network is that of central differences', () => {
  const shape = { tokens: 3, hidden: 4, rounds: 3, classes: 2 };
  const x = startGraph(shape, 5).map((value, k) => value + 0.1 * normal(1, 0, k));
  const graph = {
    tokens: [0, 1, 2, 1, 0],
    neighbours: [
      [1, 4],
      [0, 2],
      [1, 3],
      [2, 4],
      [3, 0],
    ],
  };
  const weights = Float64Array.of(0.7, -1.3);
  const net = graphNet(shape, x);
  const value = (): number => net.scores(graph).reduce((sum, score, c) => sum + weights[c]! * score, 0);
  value();
  const gradient = new Float64Array(x.length);
  net.addGradient(graph, weights, gradient);
  for (let k = 0; k < x.length; k++) {
    const at = x[k]!;
    x[k] = at + 1e-6;
    const above = value();
    x[k] = at - 1e-6;
    const below = value();
    x[k] = at;
    expect(gradient[k]).toBeCloseTo((above - below) / 2e-6, 6);
  }
});

test('L-BFGS finds the minimum of a badly scaled quadratic', () => {
  const x = Float64Array.of(1, 1, 1);
  const scales = [1, 100, 1e4];
  const iterations = lbfgs(
    (at, gradient) => {
      for (let i = 0; i < 3; i++) gradient[i] = scales[i]! * (at[i]! - i);
      return scales.reduce((sum, scale, i) => sum + 0.5 * scale * (at[i]! - i) ** 2, 0);
    },
    x,
    1e-9,
    200,
  );
  expect(iterations).toBeLessThan(200);
  for (const [i, value] of x.entries()) expect(value).toBeCloseTo(i, 8);
});
