import { uniform } from '@cfc/core';
import { expect, test } from 'vitest';
import { type DualConfig, type DualState, createDual, warmUpAgain } from '../../src/index.js';

const config: DualConfig = {
  constraints: {
    ranked: {
      target: { type: 'percentile', p: 60, gather: 40, of: 'normalized' },
      normalizer: { type: 'rank', window: 30, drift: { baseline: 25, recent: 20 } },
      controller: { type: 'nupi', kp: 2, nu: 0.3 },
      ema: 0.3,
      audit: { window: 8, tau: 0.5 },
    },
    scored: {
      target: { type: 'sigmoid', min: -1, max: 1, gamma: 0.05, t0: 60 },
      normalizer: { type: 'winsor', window: 25 },
      controller: { type: 'pid', delay: 4 },
      max: 0.2,
      spike: { window: 12, minHistory: 6, kappa: 3 },
    },
    equation: { target: 0.4, sense: 'equal', penalty: { type: 'adaptive', c: 0.1, every: 7 }, stagger: { every: 3 } },
    grown: { target: 0.3, penalty: { type: 'geometric', c: 0.1, every: 9 }, leak: 0.01, deadzone: 0.01, restart: true },
  },
  families: [{ members: ['ranked', 'scored'], budget: 0.5 }],
  alerts: { window: 10 },
  warmup: 12,
};
const names = Object.keys(config.constraints);
const input = (t: number) => ({
  values: Object.fromEntries(
    names.map((name, k) => [
      name,
      uniform(1, t, k) < 0.05 ? NaN : uniform(2, t, k) * (uniform(3, t, k) < 0.03 ? 30 : 1),
    ]),
  ),
  ease: { ranked: uniform(4, t, 0) },
  task: uniform(5, t, 0),
});

test('whatever is in the chains, a run resumed from JSON gives the bits of the uninterrupted one', () => {
  const whole = createDual(config);
  const steps = Array.from({ length: 200 }, (_, t) => whole.step(input(t)));
  const reasons = new Set(steps.flatMap(({ constraints }) => Object.values(constraints).map(({ reason }) => reason)));
  // The run is no test of the states unless every rule had its say.
  const wanted = 'audit,baseline,deadzone,frozen,not-finite,restart,spike,staggered,update';
  expect([...reasons].sort().join()).toBe(wanted);
  for (let at = 0; at < 200; at += 13) {
    const first = createDual(config);
    for (let t = 0; t < at; t++) first.step(input(t));
    const state = JSON.parse(JSON.stringify(first.state())) as DualState;
    expect(state).toEqual(first.state());
    const second = createDual(config, state);
    for (let t = at; t < 200; t++) expect(second.step(input(t))).toEqual(steps[t]);
    expect(second.state()).toEqual(whole.state());
  }
});

test('a state is a copy: going on does not change it', () => {
  const dual = createDual(config);
  for (let t = 0; t < 50; t++) dual.step(input(t));
  const state = dual.state();
  const text = JSON.stringify(state);
  for (let t = 50; t < 90; t++) dual.step(input(t));
  createDual(config, state).step(input(50));
  expect(JSON.stringify(state)).toBe(text);
});

test('after a warm-up again the first steps are short', () => {
  const plain: DualConfig = { constraints: { g: { target: 0, rate: 1 } } };
  const dual = createDual(plain);
  for (let t = 0; t < 5; t++) dual.step({ values: { g: 1 } });
  const resumed = createDual(plain, warmUpAgain(dual.state(), 2));
  const went = [1, 1, 1].map((g) => resumed.step({ values: { g } }).constraints.g!.multiplier);
  expect(went).toEqual([5.5, 6.5, 7.5]);
  expect(() => warmUpAgain(dual.state(), 0)).toThrow('INPUT_INVALID');
});

test.each<[string, (state: DualState) => unknown]>([
  ['version', (state) => ({ ...state, version: 2 })],
  ['nothing', () => null],
  ['step', (state) => ({ ...state, step: -1 })],
  ['constraint missing', (state) => ({ ...state, constraints: {} })],
  ['another constraint', (state) => ({ ...state, constraints: { ...state.constraints, x: state.constraints.g } })],
  ['warm-up', (state) => ({ ...state, warmUp: { from: { toString: null }, steps: 1 } })],
  ['end of a warm-up', (state) => ({ ...state, warmUp: { from: 0 } })],
  ['multiplier', (state) => ({ ...state, constraints: { g: { multiplier: null, rules: {} } } })],
])('a state with a wrong %s is INPUT_INVALID', (_, spoil) => {
  const plain: DualConfig = { constraints: { g: { target: 0 } } };
  const state = spoil(createDual(plain).state());
  expect(() => createDual(plain, state as DualState)).toThrow('INPUT_INVALID');
});

test('a state does not grow: after ten times the steps it has the same windows', () => {
  const dual = createDual(config);
  const sizes = (state: unknown): number => (Array.isArray(state) ? 1 : 0) + nested(state);
  const nested = (state: unknown): number =>
    typeof state !== 'object' || state === null
      ? 1
      : Object.values(state).reduce((sum: number, value) => sum + sizes(value), 0);
  for (let t = 0; t < 2000; t++) dual.step(input(t));
  const before = sizes(dual.state());
  for (let t = 2000; t < 20_000; t++) dual.step(input(t));
  expect(sizes(dual.state())).toBeLessThan(1.1 * before);
});

test('the coefficient of a penalty is known before the first value, and again after a state', () => {
  for (const penalty of [2, { type: 'geometric', c: 2, every: 1 }] as const) {
    const config: DualConfig = { constraints: { a: { target: 0, penalty, initial: 1, leak: 0.1 } } };
    const dual = createDual(config);
    expect(dual.weights({ a: 1 })).toEqual({ a: 3 });
    const { penalty: c, leakBias } = createDual(config).step({ values: {} }).constraints['a']!;
    expect([c, leakBias]).toEqual([2, 0.05]);
    for (let t = 0; t < 3; t++) dual.step({ values: { a: 0.5 } });
    const resumed = createDual(config, JSON.parse(JSON.stringify(dual.state())) as DualState);
    expect(resumed.weights({ a: 1 })).toEqual(dual.weights({ a: 1 }));
    expect(resumed.step({ values: {} })).toEqual(dual.step({ values: {} }));
  }
});

test('a state with a part missing is one error', () => {
  const one: DualConfig = { constraints: { a: { target: 0 } } };
  for (const state of [
    { version: 1, step: 0 },
    { version: 1, step: 0, constraints: { a: null } },
    { version: 1, step: 0, constraints: { a: { multiplier: 0 } } },
  ])
    expect(() => createDual(one, state as never)).toThrow(/INPUT_INVALID.*Give what state\(\) returned/);
});

test('a state that another controller, normalizer, target or rule made is refused by one error with its place', () => {
  const stateOf = (options: object): DualState => {
    const dual = createDual({ constraints: { a: { target: 0, ...options } } });
    dual.step({ values: { a: 1 } });
    return dual.state();
  };
  const resumed = (from: object, to: object) => () =>
    createDual({ constraints: { a: { target: 0, ...to } } }, stateOf(from));
  const nupi = { controller: { type: 'nupi' } };
  const pid = { controller: { type: 'pid' } };
  expect(resumed(nupi, pid)).toThrow(
    'INPUT_INVALID: rules without a state: pid; states of no rule: nupi (at state.constraints.a)',
  );
  expect(resumed(nupi, {})).toThrow('states of no rule: nupi');
  expect(resumed({}, nupi)).toThrow('rules without a state: nupi');
  expect(resumed({ ema: 0.5 }, {})).toThrow('states of no rule: ema');
  expect(resumed({ normalizer: 'rank' }, { normalizer: 'winsor' })).toThrow(
    'INPUT_INVALID: the state is one of "rank", not of "winsor" (at dual.constraints.a.normalizer)',
  );
  expect(resumed({}, { normalizer: 'rank' })).toThrow('the state is one of "none", not of "rank"');
  expect(resumed({}, { target: { type: 'percentile' } })).toThrow('the state is one of "fixed", not of "percentile"');
  expect(resumed(nupi, { ...nupi, rate: 0.5, max: 3, deadzone: 0.1 })).not.toThrow();
});

/* Found by fuzzing: each of them ended in a TypeError of the language at the next step, or in NaN. */
test.each([
  ['history', undefined, 'undefined is not a list (at state.constraints.scored.spike.history)'],
  ['history', {}, 'an object is not a list'],
  [
    'history',
    [1, { toString: null }],
    'an object is not a finite number (at state.constraints.scored.spike.history[1])',
  ],
  ['history', [1, 'x'], '"x" is not a finite number (at state.constraints.scored.spike.history[1])'],
  ['streak', '2', '"2" is not a finite number'],
  ['streak', null, 'null is not a finite number'],
])('what a rule is said to have kept is of the kind that it keeps: %s = %j', (name, value, told) => {
  const begun = createDual(config);
  for (let t = 0; t < 20; t++) begun.step(input(t));
  const state = structuredClone(begun.state()) as { constraints: Record<string, { rules: Record<string, object> }> };
  const { spike } = state.constraints['scored']!.rules;
  state.constraints['scored']!.rules['spike'] = { ...spike, [name]: value };
  expect(() => createDual(config, state as unknown as DualState)).toThrow(`INPUT_INVALID: ${told}`);
});
