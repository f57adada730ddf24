import { compile, defineSystem, landau, uniform } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { type Learnt, type Proposer, type Query, localFeatures, mlp } from '../../src/index.js';
import { fitted } from '../../src/network/fit.js';
import { codeOf } from '../support/errors.js';
import { walk } from '../support/stream.js';

const pair = compile(defineSystem({ modules: { a: landau(), b: landau() } }));
const three = compile(defineSystem({ modules: { a: landau(), b: landau(), c: landau() } }));
const query = (system: typeof pair, ...features: number[]): Query => ({
  system,
  read: new Float64Array(system.size),
  features,
});

/** Smooth order parameters of two features. */
const law = (x: number, y: number): Float64Array =>
  Float64Array.of(1 / (1 + Math.exp(-2 * x + y)), 0.5 + 0.4 * Math.tanh(x * y));

function taught(proposer: Proposer<Learnt>, count: number): Learnt {
  let state = proposer.init();
  for (let k = 0; k < count; k++) {
    const [x, y] = [2 * uniform(1, 0, k) - 1, 2 * uniform(1, 1, k) - 1];
    state = proposer.learn(query(pair, x, y), law(x, y), state);
  }
  return state;
}

test('proposes nothing before its first training, then what it learnt', () => {
  const proposer = mlp({ every: 60, epochs: 600, patience: 60, hidden: 12 });
  expect(proposer.propose(query(pair, 0, 0), taught(proposer, 59))).toBe(null);
  const state = taught(proposer, 240);
  for (const [x, y] of [
    [0.3, -0.2],
    [-0.7, 0.6],
    [0.1, 0.8],
  ] as const) {
    const { eta, visits } = proposer.propose(query(pair, x, y), state)!;
    expect(visits).toBe(0);
    law(x, y).forEach((value, i) => {
      expect(Math.abs(eta[i]! - value)).toBeLessThan(0.03);
    });
  }
});

test('a network that modules share learns from one size and proposes for another', () => {
  const proposer = mlp({ share: 'module', every: 40, epochs: 300, hidden: 8 });
  let state = proposer.init();
  for (let k = 0; k < 40; k++) {
    const features = [0, 1].map((i) => uniform(2, i, k));
    state = proposer.learn(
      query(pair, ...features),
      Float64Array.from(features, (x) => x * x),
      state,
    );
  }
  const { eta } = proposer.propose(query(three, 0.2, 0.5, 0.9), state)!;
  [0.04, 0.25, 0.81].forEach((value, i) => {
    expect(Math.abs(eta[i]! - value)).toBeLessThan(0.04);
  });
});

test('keeps as many problems as it may, and trains on these', () => {
  const state = taught(mlp({ capacity: 10, every: 7, epochs: 1 }), 24);
  expect(state.recorded.map(({ number }) => number)).toEqual([14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
  expect(state.seen).toBe(24);
});

test('an early training is the start of the next', () => {
  const options = { every: 10, epochs: 1, rate: 1e-9 };
  const [one, two] = [taught(mlp(options), 10), taught(mlp(options), 20)].map(({ network }) => network!.parameters);
  one!.forEach((value, k) => {
    expect(Math.abs(two![k]! - value)).toBeLessThan(1e-7);
  });
});

describe('is refused:', () => {
  const proposer = mlp({ every: 2, epochs: 1 });
  const state = taught(proposer, 4);
  const shared = mlp({ share: 'module', every: 2, epochs: 1 });
  const sharedState = taught(shared, 4);
  const eta = Float64Array.of(0.5, 0.5);
  test.each([
    ['another number of features', () => proposer.propose(query(pair, 1), state), 'INPUT_INVALID'],
    ['another number of features to learn', () => proposer.learn(query(pair, 1, 2, 3), eta, state), 'INPUT_INVALID'],
    ['no features', () => proposer.learn(query(pair), eta, proposer.init()), 'INPUT_INVALID'],
    ['a feature that is NaN', () => proposer.propose(query(pair, 1, NaN), state), 'INPUT_INVALID'],
    [
      'a solution that is NaN',
      () => proposer.learn(query(pair, 1, 1), Float64Array.of(0, NaN), state),
      'INPUT_INVALID',
    ],
    ['a system of another size', () => proposer.propose(query(three, 1, 1), state), 'INPUT_INVALID'],
    ['a part of a feature for each module', () => shared.propose(query(pair, 1, 2, 3), sharedState), 'INPUT_INVALID'],
    ['more features for each module', () => shared.propose(query(pair, 1, 2, 3, 4), sharedState), 'INPUT_INVALID'],
    [
      'an empty training set',
      () => fitted([], { hidden: 1, layers: 1, epochs: 1, patience: 1, batch: 1, rate: 1, seed: 0 }, null),
      'INPUT_INVALID',
    ],
    ['no units', () => mlp({ hidden: 0 }), 'OPTION_INVALID'],
    ['a cache for one', () => mlp({ capacity: 1 }), 'OPTION_INVALID'],
    ['a rate of 0', () => mlp({ rate: 0 }), 'OPTION_INVALID'],
    ['a rate that is NaN', () => mlp({ rate: NaN }), 'OPTION_INVALID'],
    ['holding everything out', () => mlp({ holdOut: 1 }), 'OPTION_INVALID'],
    ['sharing with nobody', () => mlp({ share: 'nobody' } as never), 'OPTION_INVALID'],
  ])('%s', (_what, run, code) => {
    expect(codeOf(run)).toBe(code);
  });
});

describe('local features', () => {
  const [{ system, read }] = walk(1) as [Query];

  test('are the reading, its slope, the strength of couplings, and averages further and further away', () => {
    const features = localFeatures(system, read, 2);
    expect(features.length).toBe(5 * 30);
    const gradient = new Float64Array(30);
    system.gradient(read, system.unit, gradient);
    for (let i = 0; i < 30; i++) expect(features[5 * i]).toBe(read[i]);
    for (let i = 0; i < 30; i++) expect(features[5 * i + 1]).toBe(gradient[i]);
    const spread = (f: number): number => {
      const values = Array.from({ length: 30 }, (_, i) => features[5 * i + f]!);
      return Math.max(...values) - Math.min(...values);
    };
    expect(spread(3)).toBeLessThan(spread(0));
    expect(spread(4)).toBeLessThan(spread(3));
  });

  test('of a system of one kind and one reading are the same for all', () => {
    const features = localFeatures(pair, Float64Array.of(0.5, 0.5), 1);
    expect(Array.from(features.slice(0, 4))).toEqual(Array.from(features.slice(4)));
  });

  test('are refused for hops or order parameters that are none', () => {
    expect(codeOf(() => localFeatures(system, read, -1))).toBe('INPUT_INVALID');
    expect(codeOf(() => localFeatures(system, new Float64Array(3)))).toBe('INPUT_INVALID');
  });
});
