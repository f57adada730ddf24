import { buildScenario, corePlugin, createRegistry, relax } from '@cfc/core';
import { expect, test } from 'vitest';
import { gspoPlugin, gspoWeights, weightCoder, weightSpec, writeWeightPolicy } from '../src/index.js';

const registry = createRegistry([corePlugin, gspoPlugin]);
const { spec, ...coder } = weightCoder(weightSpec({ hidden: 4 }));
const policy = writeWeightPolicy({ spec, parameters: coder.policy().initial(3) });

test('a registry offers the adapter by name, with its options typed', () => {
  expect(registry.make.GspoWeights).toBe(gspoWeights);
  expect(registry.make.GspoWeights({ policy }).options).toEqual({
    policy,
    every: 0,
    share: 1,
    anneal: 16,
    target: 0,
    updateEvery: 0,
    rate: 5e-3,
    seed: 0,
  });
  // @ts-expect-error -- no such option
  expect(() => registry.make.GspoWeights({ policy, norm: 1 })).toThrow('OPTION_UNKNOWN');
});

test('a scenario file can hold the policy', () => {
  const tree = (adapter?: object) => ({
    cfc: 1,
    plugins: ['@cfc/gspo'],
    modules: { a: { use: 'LandauModule', start: 0.9 }, b: { use: 'LandauModule', start: 0.1 } },
    couplings: [{ use: 'QuadraticCoupling', between: ['a', 'b'] }],
    relax: { method: { use: 'Descent' }, stop: { use: 'MaxSteps', with: { steps: 5 } }, ...adapter },
  });
  const weights = (adapter?: object): readonly number[] => {
    const { system, eta0, plan } = buildScenario(registry, tree(adapter));
    return Object.values(relax(system, eta0, plan).weights);
  };
  expect(weights()).toEqual([1, 1]);
  expect(weights({ adapter: { use: 'GspoWeights', with: { policy, anneal: 0 } } })).not.toEqual([1, 1]);
});
