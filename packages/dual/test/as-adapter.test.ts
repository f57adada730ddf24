import {
  type StepEvent,
  advance,
  begin,
  buildScenario,
  compile,
  corePlugin,
  createRegistry,
  defineSystem,
  descent,
  landau,
  maxSteps,
  proceed,
  quadratic,
  readState,
  relax,
  writeState,
} from '@cfc/core';
import { expect, test } from 'vitest';
import { codeOf } from './code-of.js';
import { asAdapter, dualPlugin } from '../src/index.js';

/** (a - 0.9)² + (b - 0.1)² but for a constant, with (a - b)² <= 0.16: a = 0.7, b = 0.3, and 2 · 0.2 = λ · 2 · 0.4. */
const parabola = (at: number) => landau({ a: 1, b: 0, h: 2 * at });
const system = compile(
  defineSystem({
    modules: { a: parabola(0.9), b: parabola(0.1) },
    couplings: [{ use: quadratic(), between: ['a', 'b'] }],
  }),
);
const start = { a: 0.9, b: 0.1 };
const key = 'coup:QuadraticCoupling';

test('a term comes down to its target, with the multiplier that a calculation by hand gives', () => {
  for (const more of [{}, { controller: 'ascent' as const }, { penalty: 1 }]) {
    const adapter = asAdapter({ targets: { [key]: 0.16 }, rate: 1, ...more });
    const { eta, weights } = relax(system, start, { method: descent(), stop: maxSteps({ steps: 2000 }), adapter });
    expect(eta['a'], JSON.stringify(more)).toBeCloseTo(0.7, 6);
    expect(eta['b']).toBeCloseTo(0.3, 6);
    expect(weights[key]).toBeCloseTo(0.5, 6);
    expect(weights['local:LandauModule']).toBe(1);
  }
});

test('a target that is met anyway costs nothing: the multiplier stays 0', () => {
  const adapter = asAdapter({ targets: { [key]: 0.9 } });
  const { eta, weights } = relax(system, start, { method: descent(), stop: maxSteps({ steps: 50 }), adapter });
  expect(weights[key]).toBe(0);
  expect(eta['a']).toBeCloseTo(0.9, 8);
});

test('a run that was stopped and written down goes on with the same bits', () => {
  const adapter = asAdapter({ targets: { [key]: 0.16 } });
  const plan = { method: descent(), stop: maxSteps({ steps: 40 }), adapter };
  const whole = relax(system, start, plan);
  let state = begin(system, start, plan);
  for (let k = 0; k < 17; k++) ({ state } = advance(system, plan, state));
  const resumed = proceed(system, plan, readState(writeState(state)));
  expect(resumed.vector).toEqual(whole.vector);
  expect(resumed.weights).toEqual(whole.weights);
});

test('a target out of reach drives the multiplier to its cap, and a warning says so', () => {
  const events: StepEvent[] = [];
  const adapter = asAdapter({ targets: { 'local:LandauModule': -5 }, rate: 1, max: 3 });
  relax(system, start, {
    method: descent(),
    stop: maxSteps({ steps: 10 }),
    adapter,
    observers: [(e) => events.push(e)],
  });
  expect(events.at(-1)!.warnings.join()).toContain('local:LandauModule is at its cap of 3');
  expect(events.at(-1)!.facts['infeasibility']).toBeGreaterThan(4);
});

test('targets of no term, and no targets, are errors', () => {
  const adapter = asAdapter({ targets: { 'coup:QuadraticCouplin': 1 } });
  expect(codeOf(() => relax(system, start, { method: descent(), stop: maxSteps({ steps: 1 }), adapter }))).toBe(
    'NAME_UNKNOWN',
  );
  expect(codeOf(() => asAdapter({}))).toBe('OPTION_INVALID');
  expect(codeOf(() => asAdapter({ targets: { [key]: 1 }, initial: 5, max: 2 }))).toBe('OPTION_INVALID');
});

test('a scenario file can name it', () => {
  const built = buildScenario(createRegistry([corePlugin, dualPlugin]), {
    cfc: 1,
    plugins: ['@cfc/dual'],
    modules: {
      a: { use: 'LandauModule', with: { a: 1, b: 0, h: 1.8 }, start: 0.9 },
      b: { use: 'LandauModule', with: { a: 1, b: 0, h: 0.2 }, start: 0.1 },
    },
    couplings: [{ use: 'QuadraticCoupling', between: ['a', 'b'] }],
    relax: {
      method: { use: 'Descent' },
      stop: { use: 'MaxSteps', with: { steps: 500 } },
      adapter: { use: 'Dual', with: { targets: { [key]: 0.16 }, rate: 1 } },
    },
  });
  const { eta, weights } = relax(built.system, built.eta0, built.plan);
  expect(eta['a']! - eta['b']!).toBeCloseTo(0.4, 4);
  expect(weights[key]).toBeCloseTo(0.5, 4);
});

test('the weight under a penalty is [λ + c v]₊ of the multiplier before its update', () => {
  const adapter = asAdapter({ targets: { [key]: 0.16 }, rate: 1, initial: 0.1, penalty: 2 });
  const events: StepEvent[] = [];
  relax(system, start, {
    method: descent(),
    stop: maxSteps({ steps: 1 }),
    adapter,
    observers: [(e) => events.push(e)],
  });
  // (0.9 - 0.1)² - 0.16 = 0.48
  const at = system.terms.findIndex((term) => term.key === key);
  expect(events[0]!.weights[at]).toBeCloseTo(0.1 + 2 * 0.48, 12);
});
