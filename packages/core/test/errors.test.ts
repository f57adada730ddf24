import { describe, expect, test } from 'vitest';
import {
  CfcError,
  type ErrorCode,
  compile,
  corePlugin,
  createRegistry,
  defineModule,
  defineSystem,
  errorTable,
  isCfcError,
  landau,
  proximal,
  readState,
  relax,
} from '../src/index.js';
import { nearest, suggestion } from '../src/errors.js';
import { errorOf } from './support/errors.js';
import { wave } from './support/wave.js';

const loose = landau as (options: unknown) => unknown;
const nan = defineModule({
  name: 'NanModule',
  meaning: 'no number',
  options: {},
  eta: (input: number) => input,
  energy: () => NaN,
  slope: () => 0,
});
const waving = compile(
  defineSystem({ modules: { x: landau(), y: landau() }, couplings: [{ use: wave(), between: ['x', 'y'] }] }),
);

/** Errors of files and of optional packages: `@cfc/observability` throws them, its tests find the ways; and of threads, see crew.node.test.ts. */
const elsewhere = ['PACKAGE_MISSING', 'WRITE_FAILED', 'THREADS_UNAVAILABLE'] as const;

/** One way to every other error of the table. */
const ways: Readonly<Record<Exclude<ErrorCode, (typeof elsewhere)[number]>, () => unknown>> = {
  OPTION_UNKNOWN: () => loose({ alpha: 1 }),
  OPTION_INVALID: () => landau({ b: -1 }),
  NAME_TAKEN: () => createRegistry([corePlugin, { ...corePlugin, name: 'other' }]),
  NAME_UNKNOWN: () => createRegistry([corePlugin]).find('Nobody', 'method', ''),
  PLUGIN_TWICE: () => createRegistry([corePlugin, corePlugin]),
  PLUGIN_API: () => createRegistry([{ ...corePlugin, api: 0 }]),
  CAPABILITY_MISSING: () => relax(waving, Float64Array.of(0, 1), { method: proximal() }),
  INPUT_INVALID: () => readState('{}'),
  ENERGY_INVALID: () => {
    const system = compile(defineSystem({ modules: { x: nan() } }));
    return system.energy(Float64Array.of(0), system.unit);
  },
};

describe('every error says its code, what is wrong and how to fix it', () => {
  test.each(Object.entries(ways))('%s', (code, way) => {
    const error = errorOf(way);
    expect(error.code).toBe(code);
    expect(error.message.startsWith(`${code}: ${error.what}`)).toBe(true);
    expect(error.message.endsWith(error.fix)).toBe(true);
    expect(error.fix).toMatch(/^[A-Z].*\.$/);
    expect(error.what).toMatch(/[^.]$/);
  });

  test('the table has a meaning and a fix for each', () => {
    expect(Object.keys(errorTable).sort()).toEqual([...Object.keys(ways), ...elsewhere].sort());
    for (const { meaning, fix } of Object.values(errorTable)) {
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(fix).toMatch(/^[A-Z].*\.$/);
    }
  });
});

test('an error reads: code, what, where, how to fix it', () => {
  const error = new CfcError('INPUT_INVALID', 'the lamp is off', 'the hall', 'Turn it on.');
  expect(error.message).toBe('INPUT_INVALID: the lamp is off (at the hall). Turn it on.');
  expect(new CfcError('INPUT_INVALID', 'it is dark').message).toBe(
    `INPUT_INVALID: it is dark. ${errorTable.INPUT_INVALID.fix}`,
  );
});

test('errors are known by their shape, not by their class', () => {
  const foreign = Object.assign(new Error('x'), {
    name: 'CfcError',
    code: 'INPUT_INVALID',
    what: '',
    where: '',
    fix: '',
  });
  expect(isCfcError(foreign)).toBe(true);
  for (const other of [new Error('x'), { name: 'CfcError' }, null, 'CfcError']) expect(isCfcError(other)).toBe(false);
});

test('a suggestion is made where a name is near enough to be a slip', () => {
  const names = ['Backtracking', 'FixedStep', 'Monotone'];
  expect(nearest('Backtraking', names)).toBe('Backtracking');
  expect(nearest('fixedstep', names)).toBe('FixedStep');
  expect(nearest('Nonsense', names)).toBeNull();
  expect(nearest('', names)).toBeNull();
  expect(suggestion('Montone', names)).toBe('Did you mean "Monotone"? Known: Backtracking, FixedStep, Monotone.');
  const many = Array.from({ length: 30 }, (_, k) => `name${k}`);
  expect(suggestion('elephant', many)).toMatch(/name19, …\.$/);
});
