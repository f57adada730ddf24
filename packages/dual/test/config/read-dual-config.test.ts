import { isCfcError } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { createDual, presets, readDualConfig } from '../../src/index.js';

/** Section 9 of the seed, as YAML reads it. */
const seed = {
  losses: {
    cfs: { target: 0.0, normalizer: 'rank', weight: 1.0 },
    g2g: { target: 0.2, normalizer: 'rank', weight: 1.0 },
    build: { target: 0.0, normalizer: 'winsor', weight: 0.5 },
    reuse: { target: 0.5, normalizer: 'rank', weight: 0.5 },
    kl: { target: 0.05, normalizer: 'none', weight: 1.0 },
  },
  dual: { eta_lambda: 5e-3, lambda_max: 50.0, deadzone: 0.02, ema_alpha: 0.1, leak: 1e-4, pcgrad: true },
};

test('the seed’s configuration is read as it is', () => {
  const { config, gradients } = readDualConfig(seed);
  expect(config.rate).toBe(5e-3);
  expect(config.constraints['build']).toEqual({
    target: 0,
    normalizer: 'winsor',
    weight: 0.5,
    max: 50,
    deadzone: 0.02,
    ema: 0.1,
    leak: 1e-4,
  });
  expect(gradients).toEqual({ method: 'pcgrad' });
  const step = createDual(config).step({ values: { cfs: 1, g2g: 1, build: 1, reuse: 1, kl: 0.1 } });
  expect(step.constraints['kl']!.multiplier).toBeCloseTo(5e-3 * 0.05, 15);
  expect(step.constraints['kl']!.cap).toBe(50);
});

test('and warned of: PCGrad, relative targets, the EMA, the leak', () => {
  const { warnings } = readDualConfig(seed);
  expect(warnings.map(({ where }) => where)).toEqual([
    'dual.pcgrad',
    'normalizer of cfs, g2g, build, reuse',
    'ema_alpha of cfs, g2g, build, reuse, kl',
    'leak of cfs, g2g, build, reuse, kl',
  ]);
  expect(warnings[0]!.what).toContain('breaks dual ascent');
  expect(warnings[3]!.what).toContain('up to 0.02 λ');
});

test('a configuration without such settings has no warnings', () => {
  const losses = { a: { target: 0.1 }, b: { target: 0, normalizer: { type: 'rank', freeze_after: 100 } } };
  expect(readDualConfig({ losses }).warnings).toEqual([]);
  expect(readDualConfig({ losses, dual: { gradients: 'cagrad' } })).toMatchObject({
    warnings: [],
    gradients: { method: 'cagrad', c: 0.5 },
  });
  expect(readDualConfig({ losses, dual: { gradients: { method: 'cagrad', c: 1 } } }).warnings.length).toBe(1);
});

test('a loss overrides what holds for all; a hard one takes neither cap nor leak', () => {
  const { config } = readDualConfig({
    losses: { a: { target: 0, eta_lambda: 1, leak: 0 }, b: { target: 0, hard: true } },
    dual: { lambda_max: 10, leak: 0.1, deadzone: 0.01 },
  });
  expect(config.constraints['a']).toMatchObject({ rate: 1, leak: 0, max: 10 });
  expect(config.constraints['b']).toEqual({ target: 0, hard: true, deadzone: 0.01 });
});

test('percentiles, schedules and nested options are read, in snake_case too', () => {
  const { config } = readDualConfig({
    losses: {
      a: { target: 'P90', spike: { min_history: 5 } },
      b: { target: { type: 'sigmoid', min: 0.05, max: 0.8, gamma: 0.1, t0: 50 } },
    },
    dual: {
      controller: { type: 'nupi', kp: 2 },
      families: [{ members: ['a', 'b'], budget: 3 }],
      alerts: { window: 7 },
    },
  });
  expect(config.constraints['a']).toMatchObject({
    target: { type: 'percentile', p: 90 },
    spike: { minHistory: 5 },
    controller: { type: 'nupi', kp: 2 },
  });
  expect(config.families).toEqual([{ members: ['a', 'b'], budget: 3 }]);
  expect(config.alerts).toEqual({ window: 7, satisfaction: 0.8, capped: 10 });
});

describe('every preset', () => {
  test.each(Object.keys(presets))('%s makes an engine, without warnings', (preset) => {
    const { config, warnings } = readDualConfig({ preset });
    expect(warnings).toEqual([]);
    const values = Object.fromEntries(Object.keys(config.constraints).map((name) => [name, 2]));
    const step = createDual(config).step({ values });
    for (const { multiplier } of Object.values(step.constraints)) expect(multiplier).toBeGreaterThan(0);
  });

  test('is what the recipe says, with one’s own keys on top', () => {
    const { config } = readDualConfig({ preset: 'json-agent', losses: { kl: { target: 0.03 }, mine: { target: 1 } } });
    expect(config.constraints['cfs']).toMatchObject({ target: 0, hard: true, rate: 1e-2 });
    expect(config.constraints['kl']).toMatchObject({ target: 0.03, normalizer: 'none' });
    expect(Object.keys(config.constraints)).toEqual(['cfs', 'g2g', 'kl', 'mine']);
    expect(readDualConfig({ preset: 'call-agent' }).config.constraints['cal']).toMatchObject({ target: 0.03 });
    expect(readDualConfig({ preset: 'robot' }).config.constraints['g2g']).toMatchObject({ target: 0.1 });
  });
});

const kl = { target: 0.05, normalizer: 'none' };
const loss = (more: object) => ({ losses: { kl: { ...kl, ...more } } });
const dual = (more: object) => ({ losses: { kl }, dual: more });

test.each<[string, unknown, string, string]>([
  ['no map', 3, 'OPTION_INVALID: 3 is not a map (at the configuration)', 'Begin with losses'],
  ['no losses', {}, 'OPTION_INVALID: undefined is not a map (at losses)', 'Begin with losses'],
  ['an unknown key', { loses: {} }, 'OPTION_UNKNOWN: no key "loses" (at the configuration)', 'Did you mean "losses"?'],
  [
    'an unknown key of a loss',
    loss({ taget: 1 }),
    'OPTION_UNKNOWN: no key "taget" (at losses.kl)',
    'Did you mean "target"?',
  ],
  [
    'an unknown key of all',
    dual({ eta_lamda: 1 }),
    'OPTION_UNKNOWN: no key "eta_lamda" (at dual)',
    'Did you mean "eta_lambda"?',
  ],
  ['a loss that is no map', { losses: { kl: 0.05 } }, 'OPTION_INVALID: 0.05 is not a map (at losses.kl)', 'Give {'],
  [
    'a loss without a target',
    { losses: { kl: {} } },
    'OPTION_INVALID: there is no target (at losses.kl.target)',
    'P90',
  ],
  [
    'a target that is a text',
    loss({ target: '0.1' }),
    'OPTION_INVALID: the target is "0.1" (at losses.kl.target)',
    'Give a number',
  ],
  [
    'an unknown target',
    loss({ target: { type: 'sigmod' } }),
    'NAME_UNKNOWN: no target "sigmod" (at losses.kl.target)',
    'Did you mean "sigmoid"?',
  ],
  [
    'an unknown normalizer',
    loss({ normalizer: 'rnk' }),
    'NAME_UNKNOWN: no normalizer "rnk" (at losses.kl.normalizer)',
    'Did you mean "rank"?',
  ],
  [
    'a rate of 0',
    loss({ eta_lambda: 0 }),
    'OPTION_INVALID: 0 is not a finite number > 0 (at losses.kl.eta_lambda)',
    'Give',
  ],
  ['an EMA of 0', dual({ ema_alpha: 0 }), 'OPTION_INVALID: 0 is not a finite number > 0 and <= 1', 'Give'],
  [
    'a negative cap',
    dual({ lambda_max: -1 }),
    'OPTION_INVALID: -1 is not a finite number > 0 (at dual.lambda_max)',
    'Give',
  ],
  ['a text for a number', dual({ leak: '1e-4' }), 'OPTION_INVALID: "1e-4" is not a finite number', '(at dual.leak)'],
  [
    'a hard loss with a cap of its own',
    loss({ hard: true, lambda_max: 5 }),
    'OPTION_INVALID: a hard constraint',
    'losses.kl',
  ],
  ['a family of nobody', dual({ families: [{ members: ['lk'], budget: 1 }] }), 'NAME_UNKNOWN:', '"kl"'],
  ['an unknown controller', dual({ controller: { type: 'nupy' } }), 'NAME_UNKNOWN:', '"nupi"'],
  [
    'an unknown option of an alert',
    dual({ alerts: { windw: 1 } }),
    'OPTION_UNKNOWN: no option "windw" (at dual.alerts)',
    '"window"',
  ],
  [
    'pcgrad that is no truth value',
    dual({ pcgrad: 1 }),
    'OPTION_INVALID: 1 is not true or false (at dual.pcgrad)',
    'Give',
  ],
  ['two methods at once', dual({ pcgrad: true, gradients: 'sum' }), 'OPTION_INVALID: pcgrad is true', 'one of the two'],
  [
    'an unknown method',
    dual({ gradients: 'pcgard' }),
    'OPTION_INVALID: "pcgard" is not one of',
    '(at dual.gradients.method)',
  ],
  ['an unknown preset', { preset: 'robt' }, 'NAME_UNKNOWN: no preset "robt" (at preset)', 'Did you mean "robot"?'],
])('%s is refused, with the place and what to do', (_, tree, start, told) => {
  let message = '';
  try {
    readDualConfig(tree);
  } catch (error) {
    expect(isCfcError(error)).toBe(true);
    message = (error as Error).message;
  }
  expect(message.slice(0, start.length)).toBe(start);
  expect(message).toContain(told);
});

test('a percentile of raw losses against scores is warned of; against raw values, or a percentile of scores, it is not', () => {
  const warned = (loss: object) => readDualConfig({ losses: { a: loss } }).warnings.map(({ where }) => where);
  expect(warned({ target: 'P90', normalizer: 'rank' })).toEqual(['target of a']);
  expect(warned({ target: 'P90' })).toEqual([]);
  const frozen = { type: 'rank', freeze_after: 100 };
  expect(warned({ target: { type: 'percentile', of: 'normalized' }, normalizer: frozen })).toEqual([]);
  expect(warned({ target: 0, normalizer: frozen })).toEqual([]);
  expect(warned({ target: 0, normalizer: { type: 'rank', freeze_after: 0 } })).toEqual(['normalizer of a']);
});

test('an option of a kind that it cannot be is one error with its place', () => {
  const read = (loss: object, dual: object = {}) => readDualConfig({ losses: { a: { target: 0, ...loss } }, dual });
  expect(() => read({ normalizer: null })).toThrow(/the normalizer is null \(at losses\.a\.normalizer\)/);
  expect(() => read({ normalizer: 3 })).toThrow(/the normalizer is 3 \(at losses\.a\.normalizer\)/);
  expect(() => read({}, { families: 3 })).toThrow(/the families are 3 \(at dual\.families\)/);
  expect(() => read({}, { families: [null] })).toThrow(/the members are undefined \(at dual\.families\.0\)/);
  expect(() => createDual({ constraints: { a: { target: null as never } } })).toThrow(/the target is null/);
});

test('what a leak leaves is told by the rate, the penalty or the gains that apply', () => {
  const told = (loss: object, dual: object = {}) =>
    readDualConfig({ losses: { a: { target: 0, leak: 0.01, ...loss } }, dual }).warnings.find(({ where }) =>
      where.startsWith('leak'),
    )!.what;
  expect(told({})).toContain('up to 1 λ here');
  expect(told({ penalty: 2 })).toContain('up to 0.005 λ here');
  expect(told({ controller: { type: 'nupi', ki: 4 } })).toContain('up to 0.25 λ here');
  // η K_p e + I = λ and ρ I = η K_i e, η = 1: e = ρ / (K_i + ρ K_p) λ
  expect(told({ controller: { type: 'pid', ki: 0.1, kp: 1 } })).toContain('up to 0.0909 λ here');
});

test('a rate of all that a PID or a penalty does not read is warned of', () => {
  const losses = {
    a: { target: 0 },
    b: { target: 0, controller: 'pid' },
    c: { target: 0, penalty: 2 },
    d: { target: 0, penalty: 2, eta_lambda: 0.1 },
    e: { target: 0, controller: 'pid', eta_lambda: 0.1 },
  };
  const found = readDualConfig({ losses, dual: { eta_lambda: 0.02 } }).warnings;
  expect(found.map(({ where }) => where)).toEqual(['dual.eta_lambda']);
  expect(found[0]!.what).toMatch(/: b \(pid: 1\), c \(penalty: c\)$/);
  expect(readDualConfig({ losses }).warnings).toEqual([]);
});
