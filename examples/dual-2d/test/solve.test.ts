import { expect, test } from 'vitest';
import { picture } from '../src/page.js';
import { solution, solve, wish } from '../src/solve.js';

test('the solution is the one that the conditions of Karush, Kuhn and Tucker give', () => {
  const { x, lambda } = solution;
  expect([x[0] - 1, x[0] + x[1] - 1.5]).toEqual([0, 0]);
  expect([x[0] - wish[0] + lambda[0] + lambda[1], x[1] - wish[1] + lambda[1]]).toEqual([0, 0]);
});

test('the sum and CAGrad get to the solution and its multipliers, without a warning', () => {
  for (const method of ['sum', 'cagrad'] as const) {
    const run = solve({ method });
    expect(run.distance, method).toBeLessThan(1e-6);
    run.lambda.forEach((value) => expect(value).toBeCloseTo(0.5, 5));
    expect(run.warnings).toEqual([]);
  }
});

test('surgery over task and constraints does not, and says so', () => {
  for (const method of ['pcgrad', 'upgrad', 'mgda', 'dualproj'] as const) {
    const run = solve({ method });
    expect(run.distance, method).toBeGreaterThan(0.02);
    expect(run.warnings).toHaveLength(1);
  }
});

test('the picture holds every trajectory', () => {
  const svg = picture({ sum: solve({ method: 'sum' }), upgrad: solve({ method: 'upgrad' }) });
  expect(svg.match(/<polyline/g)).toHaveLength(2);
  expect(svg).not.toContain('NaN');
});
