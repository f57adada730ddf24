import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import {
  corePlugin,
  createRegistry,
  defineModule,
  definePlugin,
  landau,
  list,
  neededList,
  scenarioSchema,
} from '../../src/index.js';
import { changed, sample } from '../support/sample-scenario.js';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(scenarioSchema(createRegistry([corePlugin])));

test('the schema is valid JSON Schema and accepts the sample scenario', () => {
  expect(validate(sample) ? [] : validate.errors).toEqual([]);
});

describe('it rejects what the scenario reader rejects', () => {
  const bad: readonly (readonly [readonly (string | number)[], unknown])[] = [
    [['cfc'], 2],
    [['modul'], {}],
    [['modules'], {}],
    [['modules', 'gate', 'start'], 2],
    [['modules', 'gate', 'use'], 'LandauModul'],
    [['modules', 'gate', 'with'], { hh: 1 }],
    [['modules', 'gate', 'with'], { b: -1 }],
    [['couplings', 0, 'between'], ['order']],
    [['couplings', 0, 'with'], { weight: 'much' }],
    [['signals', 'delta_eta_domain'], 'x'],
    [['weights', 'coup:QuadraticCoupling'], -1],
    [['relax', 'seed'], 0.5],
    [['relax', 'method', 'with', 'search', 'with', 'first'], 1],
    [['relax', 'method', 'with', 'search', 'with', 'initial'], 0],
    [['relax', 'method', 'with', 'transforms', 0, 'use'], 'Monotone'],
    [['relax', 'method', 'with', 'geometry'], 'ball'],
    [['relax', 'stop', 'with', 'of', 0, 'with', 'steps'], 1.5],
    [['relax', 'stop', 'with', 'of'], []],
    [['relax', 'adapter', 'with'], {}],
    [['relax', 'schedule', 'with', 'terms'], { x: -1 }],
  ];
  test.each(bad)('%j = %j', (path, value) => {
    expect(validate(changed(path, value))).toBe(false);
  });
});

test('it tells editors the meaning and default of every option', () => {
  const schema = scenarioSchema(createRegistry([corePlugin])) as { $defs: Record<string, { oneOf: Entry[] }> };
  type Entry = {
    properties: { use: { const: string }; with: { properties: Record<string, Record<string, unknown>> } };
  };
  const options = schema.$defs['search']!.oneOf.find((entry) => entry.properties.use.const === 'Backtracking')!;
  expect(options.properties.with.properties['shrink']).toEqual({
    type: 'number',
    exclusiveMinimum: 0,
    exclusiveMaximum: 1,
    description: 'factor from one try to the next',
    default: 0.5,
  });
});

test('lists of numbers are arrays, with the range of their entries and how many there have to be', () => {
  const waves = defineModule({
    name: 'WavesModule',
    meaning: 'a sum of waves',
    options: {
      heights: neededList('of each wave', { least: 1 }),
      phases: list([0], 'of each wave', { min: 0, below: 1 }),
    },
    eta: (input: number) => input,
    energy: () => 0,
    slope: () => 0,
  });
  const plugin = definePlugin({ name: 'waves', version: '1.0.0', api: 1, provides: [waves] });
  const check = new Ajv2020({ strict: true }).compile(scenarioSchema(createRegistry([plugin])));
  const fits = (options: object): boolean =>
    check({ cfc: 1, modules: { sea: { use: 'WavesModule', start: 0.5, with: options } } });
  expect(fits({ heights: [1, -2], phases: [0, 0.5] })).toBe(true);
  expect(fits({ heights: [1], phases: [] })).toBe(true);
  for (const bad of [{}, { heights: [] }, { heights: 1 }, { heights: ['1'] }, { heights: [1], phases: [1] }]) {
    expect(fits(bad)).toBe(false);
  }
});

test('it is valid for a registry that lacks whole slots too', () => {
  const alone = definePlugin({ name: 'alone', version: '1.0.0', api: 1, provides: [landau] });
  const check = new Ajv2020({ strict: true }).compile(scenarioSchema(createRegistry([alone])));
  expect(check({ cfc: 1, modules: { x: { use: 'LandauModule', start: 0.5 } } })).toBe(true);
  expect(check({ cfc: 1, modules: { x: { use: 'LandauModule' } }, couplings: [{ use: 'Any' }] })).toBe(false);
});

test('a definition of another version whose range is null has no range', () => {
  const field = {
    kind: 'number',
    meaning: 'm',
    needed: false,
    fallback: 1,
    range: null,
    check: (value: unknown) => value,
  };
  const odd = Object.assign(() => undefined, { slot: 'module', meaning: 'odd', fields: { a: field } });
  const registry = createRegistry([definePlugin({ name: 'odd', version: '1.0.0', api: 1, provides: [odd as never] })]);
  expect(JSON.stringify(scenarioSchema(registry))).toContain('"a":{"type":"number","description":"m","default":1}');
});
