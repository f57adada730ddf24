import { corePlugin, createRegistry } from '@cfc/core';
import { expect, expectTypeOf, test } from 'vitest';
import { gameModule, gamePlugin, nashModule, regretModule } from '../src/index.js';

test('a registry offers the modules by name, with their options typed', () => {
  const registry = createRegistry([corePlugin, gamePlugin]);
  expect(registry.make.NashModule).toBe(nashModule);
  expect(registry.make.NashModule().options).toEqual({ T: 5, R: 3, P: 1, S: 0, alpha: 1, beta: 1 });
  const both = registry.make.GameModule({ beta: 0 });
  expectTypeOf(both.options.player).toEqualTypeOf<'both' | 'row' | 'column'>();
  expect(both.options).toEqual({ player: 'both', alpha: 1, beta: 0 });
  expect(registry.make.RegretModule({ alpha: 2 }).options).toEqual({ alpha: 2, beta: 1 });
  // @ts-expect-error -- no such option
  expect(() => registry.make.NashModule({ Q: 1 })).toThrow('OPTION_UNKNOWN');
  // @ts-expect-error -- no such player
  expect(() => registry.make.GameModule({ player: 'all' })).toThrow('OPTION_INVALID');
});

test('options out of range are refused when the module is made', () => {
  for (const make of [nashModule, gameModule, regretModule]) {
    for (const options of [{ alpha: -1 }, { beta: -1 }, { alpha: NaN }]) {
      expect(() => make(options)).toThrow('OPTION_INVALID');
    }
  }
  expect(() => nashModule({ T: Infinity })).toThrow('OPTION_INVALID');
});
