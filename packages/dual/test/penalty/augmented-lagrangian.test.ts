import { derivative } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { augmentedEquality, augmentedInequality, createDual } from '../../src/index.js';
import { fixture } from '../fixture.js';

type Case = Readonly<Record<string, number>>;
const { inequality, equality } = fixture<{ inequality: readonly Case[]; equality: readonly Case[] }>(
  'augmented-lagrangian',
);

test('contribution, weight and next multiplier of 36 inequalities are the recorded ones to 1e-12', () => {
  expect(inequality).toHaveLength(36);
  for (const {
    lambda,
    c,
    g,
    contribution,
    weight_on_grad_g: weight,
    next_lambda_method_of_multipliers: next,
  } of inequality) {
    const term = augmentedInequality(lambda!, c!, g!);
    expect(Math.abs(term.contribution - contribution!)).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(term.weight - weight!)).toBeLessThanOrEqual(1e-12);
    // In the simultaneous order the engine's weight is that of λ before the step. At c = 0 the recording has no step; the engine
    // takes the plain rate.
    const options = { target: 0, initial: lambda!, penalty: c! };
    const dual = createDual({ constraints: { g: options }, order: 'simultaneous', rate: 1e-300 });
    const { multiplier, weight: ours } = dual.step({ values: { g: g! } }).constraints.g!;
    expect(Math.abs(ours - weight!)).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(multiplier - next!)).toBeLessThanOrEqual(1e-12);
  }
});

test('contribution and weight of the equalities are the recorded ones to 1e-12', () => {
  for (const { mu, c, h, contribution, weight_on_grad_h: weight } of equality) {
    const term = augmentedEquality(mu!, c!, h!);
    expect(Math.abs(term.contribution - contribution!)).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(term.weight - weight!)).toBeLessThanOrEqual(1e-12);
    const options = { target: 0, sense: 'equal', initial: mu!, penalty: c! } as const;
    const { constraints } = createDual({ constraints: { h: options }, order: 'simultaneous' }).step({
      values: { h: h! },
    });
    expect(Math.abs(constraints.h!.weight - weight!)).toBeLessThanOrEqual(1e-12);
  }
});

test('the weight is the derivative of the contribution by g', () => {
  const place = fc.double({ min: -3, max: 3, noNaN: true });
  const size = fc.double({ min: 0, max: 5, noNaN: true });
  fc.assert(
    fc.property(size, size, place, (multiplier, c, g) => {
      fc.pre(Math.abs(multiplier + c * g) > 1e-2);
      for (const term of [augmentedInequality, augmentedEquality]) {
        const slope = derivative((x) => term(multiplier, c, x).contribution, g);
        expect(Math.abs(term(multiplier, c, g).weight - slope)).toBeLessThan(1e-6);
      }
    }),
    { seed: 1 },
  );
});

test('at c = 0 nothing is NaN, whatever the multiplier and the constraint', () => {
  for (const multiplier of [0, 1e-300, 2]) {
    for (const g of [-Infinity, -1e308, 0, 1e308, Infinity]) {
      expect(augmentedInequality(multiplier, 0, g).weight).toBe(multiplier);
      expect(augmentedEquality(multiplier, 0, g).weight).toBe(multiplier);
    }
    for (const g of [-1e308, 0, 1e308])
      expect(Number.isFinite(augmentedInequality(multiplier / 4, 0, g).contribution)).toBe(true);
  }
});
