import { corePlugin, createRegistry } from '@cfc/core';
import { expect, test } from 'vitest';
import { connectivity, connectivityPlugin } from '../src/index.js';

test('a registry offers the module by name, with its options typed', () => {
  const registry = createRegistry([corePlugin, connectivityPlugin]);
  expect(registry.make.ConnectivityModule).toBe(connectivity);
  expect(registry.make.ConnectivityModule({ alpha: 0.5 }).options).toEqual({ alpha: 0.5, beta: 1 });
  // @ts-expect-error -- no such option
  expect(() => registry.make.ConnectivityModule({ gamma: 1 })).toThrow('OPTION_UNKNOWN');
});

test('options out of range are refused when the module is made', () => {
  for (const options of [{ alpha: -1 }, { beta: -1 }, { alpha: NaN }]) {
    expect(() => connectivity(options)).toThrow('OPTION_INVALID');
  }
});
