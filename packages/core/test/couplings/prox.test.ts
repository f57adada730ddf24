import { expect, test } from 'vitest';
import { asymmetricHinge, gateBenefit, quadratic } from '../../src/index.js';
import references from '../fixtures/prox.json' with { type: 'json' };

/* 60 proximal steps as the public Python prototype takes them. */

test('the proximal operator of the quadratic coupling is that of the prototype', () => {
  for (const { x, y, weight, tau, quadratic: expected } of references) {
    const { family, options } = quadratic({ weight });
    near(family.prox!(x, y, tau, options, {}), expected);
  }
});

test('the proximal operator of the hinge is that of the prototype', () => {
  for (const { x, y, weight, tau, alpha, beta, hinge } of references) {
    const { family, options } = asymmetricHinge({ weight, alpha, beta });
    near(family.prox!(x, y, tau, options, {}), hinge);
  }
});

test('the proximal operator of the gate benefit is that of the prototype', () => {
  for (const { x, y, weight, tau, linearGate } of references) {
    const { family, options } = gateBenefit({ weight, signal: 'one' });
    near(family.prox!(x, y, tau, options, { one: 1 }), [linearGate, y]);
  }
});

function near(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, k) => expect(Math.abs(actual[k]! - value)).toBeLessThanOrEqual(1e-12));
}
