import { buildScenario, corePlugin, createRegistry, relax } from '@cfc/core';
import { expect, test } from 'vitest';
import { agm, agmPlugin } from '../src/index.js';

const registry = createRegistry([corePlugin, agmPlugin]);

test('a registry offers the adapter by name, with its options typed', () => {
  expect(registry.make.Agm).toBe(agm);
  expect(registry.make.Agm().options).toMatchObject({ raise: 1.05, lower: 0.97, gates: 'local:EnergyGatingModule' });
  // @ts-expect-error -- no such option
  expect(() => registry.make.Agm({ up: 1 })).toThrow('OPTION_UNKNOWN');
});

test('a scenario file can name it', () => {
  const { system, eta0, plan } = buildScenario(registry, {
    cfc: 1,
    plugins: ['@cfc/adapters-agm'],
    modules: { a: { use: 'LandauModule', start: 0.9 }, b: { use: 'LandauModule', start: 0.1 } },
    couplings: [{ use: 'QuadraticCoupling', between: ['a', 'b'] }],
    relax: {
      method: { use: 'Descent' },
      stop: { use: 'MaxSteps', with: { steps: 1 } },
      adapter: { use: 'Agm', with: { gates: 'local:LandauModule' } },
    },
  });
  expect(relax(system, eta0, plan).weights).toEqual({ 'local:LandauModule': 1.05, 'coup:QuadraticCoupling': 0.97 });
});
