import { isCfcError } from '@cfc/core';
import { expect, test } from 'vitest';
import { type DualConfig, type DualInput, createDual } from '../../src/index.js';

test('one step by hand: λ rises by η v, and the weight holds the new λ', () => {
  const dual = createDual({ constraints: { kl: { target: 0.05, rate: 0.5, weight: 2, slope: 3, max: 10 } } });
  const step = dual.step({ values: { kl: 0.55 }, task: 1.5 });
  expect(step).toEqual({
    step: 1,
    task: 1.5,
    constraints: {
      kl: {
        raw: 0.55,
        normalized: 0.55,
        target: 0.05,
        violation: 0.5,
        satisfied: false,
        multiplier: 0.25,
        weight: 1.5,
        reason: 'update',
        cap: 10,
        leakBias: 0,
        penalty: 0,
        ease: null,
        drift: null,
      },
    },
    infeasibility: 0.5,
    complementarity: 0.125,
    alerts: [],
  });
});

test('in the simultaneous order the weight holds the multiplier from before the step', () => {
  const dual = createDual({ constraints: { g: { target: 0, rate: 1, initial: 0.3 } }, order: 'simultaneous' });
  const { multiplier, weight } = dual.step({ values: { g: 1 } }).constraints.g!;
  expect([multiplier, weight]).toEqual([1.3, 0.3]);
});

test('a strict value drives λ while the raw loss is recorded', () => {
  const dual = createDual({ constraints: { rate: { target: 0.1, rate: 1 } } });
  const step = dual.step({ values: { rate: 7 }, strict: { rate: 0.3 } }).constraints.rate!;
  expect(step).toMatchObject({ raw: 7, normalized: 0.3, multiplier: 0.3 - 0.1 });
  expect(dual.step({ values: { rate: 7 }, strict: { rate: null } }).constraints.rate).toMatchObject({
    raw: 7,
    reason: 'missing',
  });
});

test('under a penalty without a rate λ moves at the coefficient: the method of multipliers', () => {
  const dual = createDual({ constraints: { g: { target: 0, penalty: 4 } }, rate: 0.01, order: 'simultaneous' });
  const { multiplier, weight, penalty } = dual.step({ values: { g: 0.5 } }).constraints.g!;
  expect([multiplier, weight, penalty]).toEqual([2, 2, 4]);
  expect(
    createDual({ constraints: { g: { target: 0, penalty: 0 } }, rate: 0.5 }).step({ values: { g: 1 } }),
  ).toMatchObject({ constraints: { g: { multiplier: 0.5, weight: 0.5 } } });
});

test('weights at other values change nothing', () => {
  const constraints = { g: { target: 1, penalty: 4 }, h: { target: 0, rate: 1, normalizer: 'rank' } } as const;
  const dual = createDual({ constraints });
  dual.step({ values: { g: 1.25, h: 3 } });
  const before = dual.state();
  expect(dual.weights({ g: 1.5, h: -7 })).toEqual({ g: 3, h: 0 });
  expect(dual.weights({ g: 0 })).toEqual({ g: 0 });
  expect(() => dual.weights(undefined as never)).toThrow(
    'INPUT_INVALID: the values are undefined, not a map (at weights)',
  );
  expect(dual.state()).toEqual(before);
  const ranked = createDual({ constraints: { g: { target: 0, penalty: 1, normalizer: 'rank' } } });
  expect(() => ranked.weights({ g: 1 })).toThrow('CAPABILITY_MISSING');
});

test('a target that is replaced counts from the next step on, and survives a resume', () => {
  const config: DualConfig = { constraints: { g: { target: 0, rate: 1 } } };
  const dual = createDual(config);
  dual.setTarget('g', 0.5);
  expect(dual.step({ values: { g: 1 } }).constraints.g!.target).toBe(0.5);
  expect(createDual(config, dual.state()).step({ values: { g: 1 } }).constraints.g!.target).toBe(0.5);
  expect(() => dual.setTarget('g', NaN)).toThrow('INPUT_INVALID');
  expect(() => dual.setTarget('x', 1)).toThrow('NAME_UNKNOWN');
});

test('the slope of a normalizer goes into the weight', () => {
  const normalizer = { type: 'winsor', scale: 'std', window: 4 };
  const dual = createDual({ constraints: { g: { target: -1, rate: 1, slope: 'normalizer', normalizer } } });
  dual.step({ values: { g: 0 } });
  const { multiplier, weight } = dual.step({ values: { g: 4 } }).constraints.g!;
  expect(weight).toBeCloseTo(multiplier / 2, 12);
});

test('a finished step never changes', () => {
  const dual = createDual({ constraints: { g: { target: 0, rate: 1 }, h: { target: 0 } } });
  const first = dual.step({ values: { g: 1, h: 2 } });
  const copy = structuredClone(first);
  for (let t = 0; t < 10; t++) dual.step({ values: { g: t, h: -t } });
  expect(first).toEqual(copy);
});

const one = { g: { target: 0 } };
test.each<[string, string, unknown]>([
  ['OPTION_INVALID', 'dual.constraints', { constraints: {} }],
  ['OPTION_INVALID', 'dual.constraints', {}],
  ['OPTION_INVALID', 'dual', null],
  ['OPTION_INVALID', 'dual.constraints.g', { constraints: { g: null } }],
  ['OPTION_INVALID', 'dual.constraints.g', { constraints: { g: 0.3 } }],
  ['NAME_UNKNOWN', 'dual.constraints.g.controller', { constraints: { g: { target: 0, controller: null } } }],
  ['OPTION_INVALID', 'dual.families.0', { constraints: one, families: [{ budget: 1 }] }],
  ['OPTION_UNKNOWN', 'dual', { constraints: one, eta: 1 }],
  ['OPTION_INVALID', 'dual.rate', { constraints: one, rate: 0 }],
  ['OPTION_INVALID', 'dual.order', { constraints: one, order: 'primalFirst' }],
  ['OPTION_INVALID', 'dual.constraints.g', { constraints: { g: {} } }],
  ['OPTION_UNKNOWN', 'dual.constraints.g', { constraints: { g: { target: 0, lambdaMax: 3 } } }],
  ['OPTION_INVALID', 'dual.constraints.g.ema', { constraints: { g: { target: 0, ema: 0 } } }],
  ['OPTION_INVALID', 'dual.constraints.g.leak', { constraints: { g: { target: 0, leak: 1 } } }],
  ['OPTION_INVALID', 'dual.constraints.g', { constraints: { g: { target: 0, hard: true, leak: 1e-4 } } }],
  ['OPTION_INVALID', 'dual.constraints.g', { constraints: { g: { target: 0, hard: true, max: 3 } } }],
  ['OPTION_INVALID', 'dual.constraints.g', { constraints: { g: { target: 0, initial: -1 } } }],
  ['OPTION_INVALID', 'dual.constraints.g', { constraints: { g: { target: 0, sense: 'equal', restart: true } } }],
  ['NAME_UNKNOWN', 'dual.constraints.g.controller', { constraints: { g: { target: 0, controller: { type: 'pi' } } } }],
  ['OPTION_UNKNOWN', 'controller', { constraints: { g: { target: 0, controller: { type: 'nupi', kd: 1 } } } }],
  ['OPTION_INVALID', 'penalty.c', { constraints: { g: { target: 0, penalty: -1 } } }],
  ['NAME_UNKNOWN', 'penalty', { constraints: { g: { target: 0, penalty: { type: 'linear', c: 1 } } } }],
  ['OPTION_INVALID', 'spike.kappa', { constraints: { g: { target: 0, spike: { kappa: 0 } } } }],
  ['OPTION_INVALID', 'audit.window', { constraints: { g: { target: 0, audit: { window: 1 } } } }],
  ['NAME_UNKNOWN', 'normalizer', { constraints: { g: { target: 0, normalizer: 'softmax' } } }],
])('%s at %s for %j', (code, where, config) => {
  let thrown: unknown;
  try {
    createDual(config as DualConfig);
  } catch (error) {
    thrown = error;
  }
  expect(isCfcError(thrown)).toBe(true);
  expect(thrown).toMatchObject({ code });
  expect((thrown as { where: string }).where).toContain(where);
});

test.each<[string, unknown]>([
  ['NAME_UNKNOWN', { values: { g: 1, gg: 2 } }],
  ['INPUT_INVALID', undefined],
  ['INPUT_INVALID', {}],
  ['INPUT_INVALID', { values: { g: 1 }, strict: null }],
  ['INPUT_INVALID', { values: { g: '1' } }],
  ['INPUT_INVALID', { values: { g: 1 }, ease: { g: true } }],
  ['NAME_UNKNOWN', { values: { g: 1 }, strict: { h: 1 } }],
])('%s for the input %j, and nothing has changed', (code, input) => {
  const dual = createDual({ constraints: { g: { target: 0, rate: 1 } } });
  dual.step({ values: { g: 1 } });
  const before = dual.state();
  expect(() => dual.step(input as DualInput)).toThrow(code);
  expect(dual.state()).toEqual(before);
});
