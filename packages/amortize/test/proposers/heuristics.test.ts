import { compile, defineSystem, landau, quadratic } from '@cfc/core';
import { expect, test } from 'vitest';
import { type Query, asRead, couplingAverage, heuristic, previous } from '../../src/index.js';
import { codeOf } from '../support/errors.js';

const system = compile(
  defineSystem({
    modules: { a: landau(), b: landau(), c: landau(), alone: landau() },
    couplings: [
      { use: quadratic({ weight: 1 }), between: ['a', 'b'] },
      { use: quadratic({ weight: 3 }), between: ['b', 'c'] },
    ],
  }),
);
const query: Query = { system, read: Float64Array.of(0.2, 0.4, 0.8, 0.6), features: [] };

test('a rule of your own proposes, or does not', () => {
  const half = heuristic(({ read }) => read.map((value) => value / 2));
  expect(half.propose(query, null)).toEqual({ eta: Float64Array.of(0.1, 0.2, 0.4, 0.3), visits: 0 });
  expect(half.learn(query, query.read, null)).toBe(null);
  expect(heuristic(() => null).propose(query, null)).toBe(null);
});

test('what was read is proposed as a copy', () => {
  const { eta } = asRead().propose(query, null)!;
  expect(eta).toEqual(query.read);
  expect(eta).not.toBe(query.read);
});

test('the last solution is proposed, once there is one', () => {
  const last = previous();
  expect(last.propose(query, last.init())).toBe(null);
  const state = last.learn(query, Float64Array.of(0, 1, -0, 0.5), last.init());
  expect(state).toEqual([0, 1, 0, 0.5]);
  expect(Array.from(last.propose(query, state)!.eta)).toEqual([0, 1, 0, 0.5]);
  expect(codeOf(() => last.propose(query, [0, 1]))).toBe('INPUT_INVALID');
  expect(codeOf(() => last.learn(query, Float64Array.of(0, NaN, 0, 0), null))).toBe('INPUT_INVALID');
});

test('couplings average by their strength; a module without any keeps what it read', () => {
  // b: (own 0.4 + (2 · 0.2 + 6 · 0.8) / 8) / (own + 1), with own = 1.
  const once = couplingAverage().propose(query, null)!;
  [0.3, 0.525, 0.6, 0.6].forEach((value, i) => {
    expect(once.eta[i]).toBeCloseTo(value, 14);
  });
  expect(once.visits).toBe(2 * 2);
  const { eta } = couplingAverage({ own: 0, sweeps: 2 }).propose(query, null)!;
  // First b = 0.65 and a = c = 0.4, then the same again.
  [0.65, 0.4, 0.65, 0.6].forEach((value, i) => {
    expect(eta[i]).toBeCloseTo(value, 14);
  });
});

test('options that are none are refused', () => {
  expect(codeOf(() => couplingAverage({ own: -1 }))).toBe('OPTION_INVALID');
  expect(codeOf(() => couplingAverage({ sweeps: 0 }))).toBe('OPTION_INVALID');
  expect(codeOf(() => couplingAverage({ weight: 1 } as never))).toBe('OPTION_UNKNOWN');
});
