import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cappedSimplex, createDual, proportional } from '../../src/index.js';
import { fixture } from '../fixture.js';

const {
  radius,
  cases,
  constant_violation_trace: trace,
} = fixture<{
  radius: number;
  cases: readonly { readonly in: readonly number[]; readonly out: readonly number[] }[];
  constant_violation_trace: { violation: readonly number[]; lr: number; multipliers: readonly (readonly number[])[] };
}>('capped-simplex');

test('projections onto the capped simplex are the recorded ones to 1e-12', () => {
  expect(cases).toHaveLength(3);
  for (const one of cases) {
    const got = cappedSimplex(Float64Array.from(one.in), radius);
    one.out.forEach((value, k) => expect(Math.abs(got[k]! - value)).toBeLessThanOrEqual(1e-12));
  }
});

test('a family under a constant violation goes the recorded way to the corner', () => {
  const names = ['a', 'b', 'c'];
  const constraints = Object.fromEntries(names.map((name) => [name, { target: 0, rate: trace.lr }]));
  const dual = createDual({ constraints, families: [{ members: names, budget: radius }] });
  const values = Object.fromEntries(names.map((name, k) => [name, trace.violation[k]!]));
  for (const expected of trace.multipliers) {
    expected.forEach((value, k) => expect(Math.abs(dual.multipliers()[names[k]!]! - value)).toBeLessThanOrEqual(1e-12));
    dual.step({ values });
  }
});

const numbers = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 9 });

test('the Euclidean projection is the nearest point: no feasible point lies in front of it', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.double({ min: 0, max: 6, noNaN: true }), (given, other, budget) => {
      const y = Float64Array.from(given);
      const x = cappedSimplex(y.slice(), budget);
      const sum = x.reduce((a, b) => a + b, 0);
      expect(Math.min(...x)).toBeGreaterThanOrEqual(0);
      expect(sum).toBeLessThanOrEqual(budget + 1e-12);
      // Variational inequality (y - x)·(z - x) ≤ 0, for a feasible z of any kind.
      const total = other.reduce((a, b) => a + Math.abs(b), 0);
      const z = given.map((_, k) => (total > 0 ? (budget * Math.abs(other[k] ?? 0)) / total : 0));
      expect(z.reduce((a, zk, k) => a + (y[k]! - x[k]!) * (zk - x[k]!), 0)).toBeLessThanOrEqual(1e-9);
      expect([...cappedSimplex(x.slice(), budget)].every((value, k) => Math.abs(value - x[k]!) < 1e-12)).toBe(true);
    }),
    { seed: 1 },
  );
});

test('the proportional projection keeps ratios and the budget', () => {
  expect([...proportional(Float64Array.of(1, 3, 0), 2)]).toEqual([0.5, 1.5, 0]);
  expect([...proportional(Float64Array.of(1, 3, 0), 5)]).toEqual([1, 3, 0]);
  expect([...proportional(Float64Array.of(0, 0), 0)]).toEqual([0, 0]);
  expect([...proportional(Float64Array.of(2, 1), 0)]).toEqual([0, 0]);
});

test('the engine scales a family by one factor where its projection is proportional', () => {
  const constraints = { a: { target: 0, rate: 1 }, b: { target: 0, rate: 1 }, free: { target: 0, rate: 1 } };
  const families = [{ members: ['a', 'b'], budget: 1, projection: 'proportional' as const }];
  const dual = createDual({ constraints, families });
  dual.step({ values: { a: 3, b: 1, free: 7 } });
  expect(dual.multipliers()).toEqual({ a: 0.75, b: 0.25, free: 7 });
});

test.each([
  ['NAME_UNKNOWN', ['a', 'bb'], {}],
  ['OPTION_INVALID', ['a', 'hard'], {}],
  ['OPTION_INVALID', ['a', 'equal'], {}],
  ['OPTION_INVALID', ['a', 'a'], {}],
  ['OPTION_INVALID', ['a'], { budget: -1 }],
  ['OPTION_INVALID', ['a'], { projection: 'l1' }],
  ['OPTION_UNKNOWN', ['a'], { radius: 1 }],
])('%s for a family of %j with %j', (code, members, more) => {
  const constraints = {
    a: { target: 0 },
    b: { target: 0 },
    hard: { target: 0, hard: true },
    equal: { target: 0, sense: 'equal' as const },
  };
  const build = () => createDual({ constraints, families: [{ members, budget: 1, ...more } as never] });
  expect(build).toThrow(new RegExp(`^${code}:.*dual\\.families\\.0`));
});
