import { describe, expect, test } from 'vitest';
import {
  type Plugin,
  corePlugin,
  createRegistry,
  defineModule,
  definePlugin,
  landau,
  number,
  prefixed,
} from '../../src/index.js';
import { errorOf } from '../support/errors.js';

const well = defineModule({
  name: 'WellModule',
  meaning: 'a parabola',
  options: { at: number(0.5, 'its lowest point', { min: 0 }) },
  eta: (input: number) => input,
  energy: (eta, { at }) => (eta - at) ** 2,
  slope: (eta, { at }) => 2 * (eta - at),
});
const plugin = definePlugin({ name: 'wells', version: '1.2.3', api: 1, provides: [well] });
const loosely = (...plugins: unknown[]) => createRegistry(plugins as readonly Plugin[]);

test('makes pieces by name, finds them by slot and lists them', () => {
  const registry = createRegistry([corePlugin, plugin]);
  expect(registry.make.WellModule).toBe(well);
  expect(registry.make.LandauModule({ a: 2 }).options.a).toBe(2);
  expect(registry.find('WellModule', 'module', 'here')).toBe(well);
  expect(registry.list('module')).toEqual([landau, well]);
  expect(registry.list()).toHaveLength(corePlugin.provides.length + 1);
  expect(Object.isFrozen(registry) && Object.isFrozen(registry.make) && Object.isFrozen(registry.list())).toBe(true);
});

test('everything that the core provides bears its own name and slot', () => {
  for (const definition of corePlugin.provides) {
    expect(definition.name).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(definition.meaning).not.toBe('');
    for (const { meaning } of Object.values(definition.fields)) expect(meaning).not.toBe('');
  }
});

describe('plugins are checked before any of their code runs', () => {
  test('a name that two plugins provide names both', () => {
    const rival = definePlugin({ ...plugin, name: 'rivals' });
    const error = errorOf(() => loosely(plugin, rival));
    expect(error.code).toBe('NAME_TAKEN');
    expect(error.what).toBe('"WellModule" is provided by "wells" and by "rivals"');
    expect(error.fix).toContain('prefixed');
  });

  test('a plugin listed twice', () => {
    expect(errorOf(() => loosely(plugin, plugin))).toMatchObject({ code: 'PLUGIN_TWICE' });
    const told = (other: object) => errorOf(() => loosely(corePlugin, plugin, { ...plugin, ...other }));
    expect(errorOf(() => loosely(plugin, corePlugin, plugin)).message).toBe(
      'PLUGIN_TWICE: the plugin "wells" is listed twice, as plugins[0] (version 1.2.3) and plugins[2] (version 1.2.3) ' +
        '(at plugins). List it once.',
    );
    expect(told({}).fix).toBe('List it once. They are two copies of it: look for it twice in node_modules.');
    expect(told({ version: '2.0.0' }).what).toContain('plugins[1] (version 1.2.3) and plugins[2] (version 2.0.0)');
    expect(told({ version: '2.0.0' }).fix).toBe('Keep one version of it: look for it twice in node_modules.');
  });

  test('a plugin for another contract', () => {
    for (const api of [2, undefined, '1']) {
      const error = errorOf(() => loosely({ ...plugin, api }));
      expect(error.code).toBe('PLUGIN_API');
      expect(error.what).toContain('this core speaks 1');
    }
  });

  test('something that is no plugin, or provides what is no definition', () => {
    for (const bad of [null, 3, [], {}, { name: 'x', api: 1 }]) {
      expect(errorOf(() => loosely(bad)).code).toBe('INPUT_INVALID');
    }
    const error = errorOf(() => loosely({ ...plugin, provides: [landau()] }));
    expect(error).toMatchObject({
      code: 'INPUT_INVALID',
      what: 'the plugin "wells" provides an object, which is no definition',
    });
    // Found by fuzzing: an option that is no field, a slot that is no name.
    for (const odd of [{ fields: { a: null } }, { slot: { toString: null } }]) {
      const broken = Object.assign(() => undefined, { slot: 'module', meaning: 'none', fields: {}, ...odd });
      expect(errorOf(() => loosely({ ...plugin, provides: [broken] })).code).toBe('INPUT_INVALID');
    }
  });
});

test('an unknown name is met with the nearest one of the slot', () => {
  const registry = createRegistry([corePlugin, plugin]);
  const error = errorOf(() => registry.find('WelModule', 'module', 'modules.x'));
  expect(error.message).toBe(
    'NAME_UNKNOWN: no kind of module "WelModule" (at modules.x). Did you mean "WellModule"? Known: LandauModule, WellModule.',
  );
  expect(errorOf(() => registry.find('EnergyGatingModule', 'module', 'modules.a')).message).toBe(
    'NAME_UNKNOWN: no kind of module "EnergyGatingModule" (at modules.a). ' +
      'Is the plugin that provides it listed under plugins? Known: LandauModule, WellModule.',
  );
  expect(errorOf(() => registry.find('NashCoupling', 'coupling', 'couplings[0]')).what).toBe(
    'no kind of coupling "NashCoupling"',
  );
  expect(errorOf(() => registry.find('Armijo', 'search', 'relax.method.search')).what).toBe('no search "Armijo"');
  expect(errorOf(() => registry.find('Monotone', 'stop', 'relax.stop')).what).toBe('"Monotone" is a guard, not a stop');
  for (const name of ['toString', 'constructor', '__proto__']) {
    expect(errorOf(() => registry.find(name, 'module', 'x')).code).toBe('NAME_UNKNOWN');
  }
});

describe('prefixed', () => {
  test('lets two plugins that provide one name live together', () => {
    const rival = definePlugin({ ...plugin, name: 'rivals' });
    const registry = loosely(corePlugin, plugin, prefixed(rival, 'rival:'));
    const made = registry.find('rival:WellModule', 'module', '')({ at: 0.25 });
    expect(made).toMatchObject({ name: 'WellModule', options: { at: 0.25 } });
    expect(registry.find('WellModule', 'module', '')).toBe(well);
  });

  test('errors speak of the prefixed name', () => {
    const [renamed] = prefixed(plugin, 'my:').provides;
    expect(errorOf(() => renamed!({ at: -1 })).where).toBe('my:WellModule.at');
  });

  test('keeps the version and the rest', () => {
    expect(prefixed(plugin, 'my:')).toMatchObject({ name: 'wells', version: '1.2.3', api: 1 });
    expect(prefixed(corePlugin, '').provides.map(({ name }) => name)).toEqual(
      corePlugin.provides.map(({ name }) => name),
    );
  });
});

test('a definition whose name is no text, or that of a prototype, does no harm', () => {
  const [definition] = corePlugin.provides;
  const named = (name: unknown) =>
    Object.defineProperty(
      Object.assign(() => ({}), { ...definition }),
      'name',
      { value: name },
    );
  const plugin = (name: unknown) => ({ name: 'x', version: '1.0.0', api: 1, provides: [named(name)] }) as never;
  expect(() => createRegistry([plugin({ toString: null })])).toThrow(
    'INPUT_INVALID: the plugin "x" provides a function',
  );
  const registry = createRegistry([plugin('__proto__')]);
  expect(registry.list()).toHaveLength(1);
  expect(() => registry.find('toString', 'module', 'here')).toThrow('NAME_UNKNOWN');
});
