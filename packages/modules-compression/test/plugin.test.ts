import { corePlugin, createRegistry } from '@cfc/core';
import { expect, test } from 'vitest';
import { compressionEnergy, compressionPlugin } from '../src/index.js';

test('a registry offers the module by name, with its options typed', () => {
  const registry = createRegistry([corePlugin, compressionPlugin]);
  expect(registry.make.CompressionEnergyModule).toBe(compressionEnergy);
  expect(registry.make.CompressionEnergyModule({ target: 0.6 }).options).toEqual({ a: 1, b: 0, target: 0.6 });
  // @ts-expect-error -- no such option
  expect(() => registry.make.CompressionEnergyModule({ ratio: 1 })).toThrow('OPTION_UNKNOWN');
});

test('options out of range are refused when the module is made', () => {
  for (const options of [{ a: -1 }, { b: -1 }, { target: -0.1 }, { target: 1.1 }, { a: NaN }]) {
    expect(() => compressionEnergy(options)).toThrow('OPTION_INVALID');
  }
});
