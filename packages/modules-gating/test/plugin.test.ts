import { corePlugin, createRegistry } from '@cfc/core';
import { expect, expectTypeOf, test } from 'vitest';
import { energyGating, gatingPlugin } from '../src/index.js';

test('a registry offers the gate by name, with its options typed', () => {
  const registry = createRegistry([corePlugin, gatingPlugin]);
  expect(registry.make.EnergyGatingModule).toBe(energyGating);
  const gate = registry.make.EnergyGatingModule({ cost: 0.2 });
  expectTypeOf(gate.options.law).toEqualTypeOf<'hazard' | 'logistic'>();
  expect(gate.options).toEqual({ cost: 0.2, k: 10, a: 0.1, b: 0.1, law: 'hazard', straightThrough: false });
  // @ts-expect-error -- no such option
  expect(() => registry.make.EnergyGatingModule({ price: 1 })).toThrow('OPTION_UNKNOWN');
  // @ts-expect-error -- no such law
  expect(() => registry.make.EnergyGatingModule({ law: 'probit' })).toThrow('OPTION_INVALID');
});

test('options out of range are refused when the gate is made', () => {
  for (const options of [{ cost: -1 }, { k: 0 }, { a: -1 }, { b: -1 }, { a: NaN }]) {
    expect(() => energyGating(options)).toThrow('OPTION_INVALID');
  }
});
