import { buildScenario, corePlugin, createRegistry, relax } from '@cfc/core';
import { expect, test } from 'vitest';
import { gradNorm, gradNormPlugin } from '../src/index.js';

const registry = createRegistry([corePlugin, gradNormPlugin]);

test('a registry offers the adapter by name, with its options typed', () => {
  expect(registry.make.GradNorm).toBe(gradNorm);
  const defaults = { target: 1, alpha: 1.5, rate: 0.1, floor: 0.1, ceiling: 2 };
  expect(registry.make.GradNorm().options).toEqual(defaults);
  // @ts-expect-error -- no such option
  expect(() => registry.make.GradNorm({ norm: 1 })).toThrow('OPTION_UNKNOWN');
});

test('a scenario file can name it', () => {
  const { system, eta0, plan } = buildScenario(registry, {
    cfc: 1,
    plugins: ['@cfc/adapters-gradnorm'],
    modules: { a: { use: 'LandauModule', start: 0.9 }, b: { use: 'LandauModule', start: 0.1 } },
    couplings: [{ use: 'QuadraticCoupling', between: ['a', 'b'] }],
    relax: {
      method: { use: 'Descent' },
      stop: { use: 'MaxSteps', with: { steps: 5 } },
      adapter: { use: 'GradNorm', with: { ceiling: 1.5 } },
    },
  });
  const { weights } = relax(system, eta0, plan);
  expect(Object.values(weights).every((weight) => weight !== 1 && weight <= 1.5)).toBe(true);
});
