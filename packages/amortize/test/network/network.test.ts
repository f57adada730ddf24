import { normal, uniform } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { adam } from '../../src/network/adam.js';
import { forward, initial, sizeOf, unitsOf } from '../../src/network/layers.js';
import { type Samples, loss } from '../../src/network/loss.js';
import { train } from '../../src/network/train.js';
import { codeOf } from '../support/errors.js';

function random(widths: readonly number[], count: number, seed: number): Samples {
  const [wide, narrow] = [widths[0]!, widths.at(-1)!];
  return {
    count,
    inputs: Float64Array.from({ length: count * wide }, (_, k) => normal(seed, 1, k)),
    targets: Float64Array.from({ length: count * narrow }, (_, k) => (k % 5 === 0 ? k % 2 : uniform(seed, 2, k))),
  };
}

describe('back-propagation', () => {
  test.each([[[3, 2]], [[2, 5, 3]], [[4, 6, 5, 2]], [[1, 3, 3, 3, 1]]])(
    'is the derivative of the loss: %j',
    (widths) => {
      const samples = random(widths, 7, 5);
      const rows = [0, 1, 3, 4, 6];
      const parameters = initial(widths, 9).map((value, k) => value + 0.3 * normal(4, 0, k));
      const gradient = new Float64Array(parameters.length).fill(99);
      const value = loss(widths, parameters, samples, rows, gradient);
      expect(value).toBe(loss(widths, parameters, samples, rows, null));
      const at = (k: number, step: number): number =>
        loss(
          widths,
          parameters.map((x, j) => (j === k ? x + step : x)),
          samples,
          rows,
          null,
        );
      // Central differences of fourth order: their error is below that of rounding.
      const h = 1e-3;
      gradient.forEach((own, k) => {
        const numeric = (8 * (at(k, h) - at(k, -h)) - (at(k, 2 * h) - at(k, -2 * h))) / (12 * h);
        expect(Math.abs(own - numeric)).toBeLessThan(1e-7 * Math.max(0.01, Math.abs(numeric)));
      });
    },
  );
});

test('one unit by hand: logit w x + b, loss ln(1 + e^z) - t z, slope σ(z) - t', () => {
  const samples: Samples = { count: 1, inputs: Float64Array.of(2), targets: Float64Array.of(0.25) };
  const gradient = new Float64Array(2);
  const z = 0.5 * 2 - 0.3;
  expect(loss([1, 1], Float64Array.of(0.5, -0.3), samples, [0], gradient)).toBeCloseTo(
    Math.log(1 + Math.exp(z)) - z / 4,
    14,
  );
  const slope = 1 / (1 + Math.exp(-z)) - 0.25;
  expect(gradient[0]).toBeCloseTo(2 * slope, 14);
  expect(gradient[1]).toBeCloseTo(slope, 14);
});

test('a hidden layer by hand', () => {
  const units = unitsOf([2, 2, 1]);
  units[0]!.set([1, -2]);
  forward([2, 2, 1], [0.1, 0.2, 0.3, -0.4, 0.5, -0.6, 2, -1, 0.7], units);
  const [one, two] = [Math.tanh(0.1 - 0.4 + 0.5), Math.tanh(0.3 + 0.8 - 0.6)];
  expect(units[2]![0]).toBeCloseTo(2 * one - two + 0.7, 14);
  expect(sizeOf([2, 2, 1])).toBe(9);
});

test('the loss stays finite and its slope within 1 where outputs are far off', () => {
  const samples: Samples = { count: 2, inputs: Float64Array.of(1, 1), targets: Float64Array.of(0, 1) };
  const gradient = new Float64Array(2);
  expect(loss([1, 1], Float64Array.of(800, 0), samples, [0, 1], gradient)).toBe(400);
  expect(Array.from(gradient)).toEqual([0.5, 0.5]);
});

test('the first steps of Adam have the length of the rate, as the method says', () => {
  const parameters = Float64Array.of(1, -2, 3);
  const step = adam(parameters, 0.1);
  step(Float64Array.of(0.001, -500, 0));
  [0.9, -1.9, 3].forEach((value, k) => {
    expect(parameters[k]).toBeCloseTo(value, 4);
  });
  // Second step by the formulas: m = 0.19 g / 0.19 for the same gradient, so that it is the same step again.
  step(Float64Array.of(0.001, -500, 0));
  [0.8, -1.8, 3].forEach((value, k) => {
    expect(parameters[k]).toBeCloseTo(value, 4);
  });
});

describe('training', () => {
  const xor: Samples = {
    count: 4,
    inputs: Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1),
    targets: Float64Array.of(0, 1, 1, 0),
  };
  const how = { epochs: 800, patience: 800, batch: 4, rate: 0.05, seed: 1 };

  test('learns exclusive or with a hidden layer, and cannot without', () => {
    expect(train([2, 8, 1], xor, [], how).loss).toBeLessThan(0.01);
    expect(train([2, 1], xor, [], how).loss).toBeGreaterThan(Math.LN2 - 1e-3);
  });

  test('stops early where held-out rows gain nothing, with the best parameters seen', () => {
    const samples = random([3, 2], 24, 8);
    const heldOut = [1, 4, 9, 16, 20];
    const patient = train([3, 12, 2], samples, heldOut, { ...how, patience: 15 });
    expect(patient.epochs).toBeLessThan(800);
    expect(patient.loss).toBe(loss([3, 12, 2], patient.parameters, samples, heldOut, null));
    const rows = Array.from(samples.targets.keys()).filter((row) => row < 24 && !heldOut.includes(row));
    const greedy = train([3, 12, 2], { ...samples }, [], how);
    expect(loss([3, 12, 2], greedy.parameters, samples, rows, null)).toBeLessThan(
      loss([3, 12, 2], patient.parameters, samples, rows, null),
    );
    expect(loss([3, 12, 2], initial([3, 12, 2], 1), samples, heldOut, null)).toBeGreaterThanOrEqual(patient.loss);
  });

  test('is the same under the same seed, another one under another', () => {
    const run = (seed: number) => Array.from(train([2, 3, 1], xor, [], { ...how, epochs: 5, seed }).parameters);
    expect(run(2)).toEqual(run(2));
    expect(run(2)).not.toEqual(run(3));
  });

  test('goes on from parameters, and never returns worse ones', () => {
    const first = train([2, 8, 1], xor, [], how);
    const second = train([2, 8, 1], xor, [], { ...how, epochs: 1, rate: 5 }, first.parameters);
    expect(Array.from(second.parameters)).toEqual(Array.from(first.parameters));
  });

  test('of nothing is refused', () => {
    const empty: Samples = { count: 0, inputs: new Float64Array(), targets: new Float64Array() };
    expect(codeOf(() => train([2, 1], empty, [], how))).toBe('INPUT_INVALID');
    expect(codeOf(() => train([2, 1], xor, [0, 1, 2, 3], how))).toBe('INPUT_INVALID');
  });
});
