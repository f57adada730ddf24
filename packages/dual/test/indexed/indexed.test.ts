import { uniform } from '@cfc/core';
import { expect, test } from 'vitest';
import { type ConstraintOptions, type IndexedOptions, createDual, createIndexed } from '../../src/index.js';

const SIZE = 7;
const target = Array.from({ length: SIZE }, (_, i) => 0.1 * i);
const shared: readonly Partial<IndexedOptions & ConstraintOptions>[] = [
  {},
  { rate: 0.3, max: 0.5, weight: 2, slope: 0.5 },
  { sense: 'atLeast', leak: 0.01 },
  { sense: 'equal', max: 0.2, rate: 0.2 },
  { deadzone: 0.2, controller: { type: 'nupi', kp: 3, nu: 0.4 } },
  { controller: { type: 'nupi', first: 'kick' }, initial: 0.3 },
];

/** A batch of indices without repetition, and values of which some are not finite. */
function batch(t: number): { indices: number[]; values: number[] } {
  const indices = target.map((_, i) => i).filter((i) => uniform(1, t, i) < 0.6);
  return { indices, values: indices.map((i) => (uniform(2, t, i) < 0.05 ? NaN : 2 * uniform(3, t, i) - 0.7)) };
}

test.each(shared)('with %j it gives the bits of as many single constraints', (options) => {
  const one = createIndexed({ size: SIZE, target, ...options });
  const constraints = Object.fromEntries(target.map((c, i) => [`${i}`, { ...options, target: c }]));
  const many = createDual({ constraints });
  for (let t = 0; t < 200; t++) {
    const { indices, values } = batch(t);
    const got = one.step(indices, values);
    const wanted = many.step({ values: Object.fromEntries(indices.map((i, k) => [`${i}`, values[k]!])) });
    expect([...one.multipliers()]).toEqual(Object.values(many.multipliers()));
    indices.forEach((i, k) => {
      expect(got.weights[k]).toBe(wanted.constraints[i]!.weight);
      if (Number.isFinite(values[k])) expect(got.violations[k]).toBe(wanted.constraints[i]!.violation);
    });
    expect(got.infeasibility).toBe(wanted.infeasibility);
    expect(Object.values(got.reasons).reduce((a, b) => a + b, 0)).toBe(indices.length);
  }
});

test('resumed from JSON it goes on with the same bits', () => {
  const options: IndexedOptions = { size: SIZE, target, budget: 1, controller: { type: 'nupi', kp: 2, nu: 0.5 } };
  const [whole, first] = [createIndexed(options), createIndexed(options)];
  for (let t = 0; t < 30; t++) {
    whole.step(batch(t).indices, batch(t).values);
    first.step(batch(t).indices, batch(t).values);
  }
  const second = createIndexed(options, JSON.parse(JSON.stringify(first.state())) as never);
  for (let t = 30; t < 90; t++)
    expect(second.step(batch(t).indices, batch(t).values)).toEqual(whole.step(batch(t).indices, batch(t).values));
  expect(second.state()).toEqual(whole.state());
});

test('a budget holds the sum of all multipliers', () => {
  for (const projection of ['euclidean', 'proportional'] as const) {
    const one = createIndexed({ size: SIZE, target: 0, rate: 1, budget: 2, projection });
    for (let t = 0; t < 10; t++) one.step([0, 3, 5], [1, 0.5, 0.2]);
    expect(one.multipliers().reduce((a, b) => a + b, 0)).toBeCloseTo(2, 12);
  }
});

test('weights of an augmented Lagrangian are [λ + c g]₊ of the multipliers before the step', () => {
  const one = createIndexed({ size: 2, target: 1, penalty: 4, rate: 0.5, initial: 1, order: 'simultaneous' });
  expect([...one.step([0, 1], [1.5, 0.5]).weights]).toEqual([3, 0]);
  expect([...one.multipliers()]).toEqual([1.25, 0.75]);
});

test.each([
  ['OPTION_INVALID', { target: 0 }],
  ['OPTION_INVALID', { size: 2, target: [1] }],
  ['OPTION_INVALID', { size: 2, target: [1, NaN] }],
  ['OPTION_INVALID', { size: 2, target: 0, initial: -1 }],
  ['OPTION_INVALID', { size: 2, target: 0, sense: 'equal', budget: 1 }],
  ['OPTION_UNKNOWN', { size: 2, target: 0, ema: 0.1 }],
  ['NAME_UNKNOWN', { size: 2, target: 0, controller: { type: 'pid' } }],
])('%s for %j', (code, options) => {
  expect(() => createIndexed(options as never)).toThrow(code);
});

test('an index out of range, or another count of values, is INPUT_INVALID and changes nothing', () => {
  const one = createIndexed({ size: 2, target: 0, rate: 1 });
  expect(() => one.step([0, 2], [1, 1])).toThrow('INPUT_INVALID');
  expect(() => one.step([0, 0.5], [1, 1])).toThrow('INPUT_INVALID');
  expect(() => one.step([0], [1, 1])).toThrow('INPUT_INVALID');
  expect([...one.multipliers()]).toEqual([0, 0]);
  const other = createIndexed({ size: 3, target: 0 }).state();
  expect(() => createIndexed({ size: 2, target: 0 }, other)).toThrow('INPUT_INVALID');
});

test('a controller by its name alone is the one with its defaults', () => {
  const run = (controller: unknown) => {
    const one = createIndexed({ size: 1, target: 0, rate: 0.5, controller: controller as never });
    return [1, 0.5, 2].map((value) => one.step([0], [value]).weights[0]);
  };
  expect(run('nupi')).toEqual(run({ type: 'nupi' }));
  expect(() => run('pid')).toThrow('NAME_UNKNOWN: no controller "pid" (at indexed.controller)');
  expect(() => run(3)).toThrow('OPTION_INVALID: the controller is 3 (at indexed.controller)');
});
