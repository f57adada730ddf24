import { buildScenario, corePlugin, createRegistry, relax } from '@cfc/core';
import { expect, test } from 'vitest';
import { polynomialEnergy, polynomialPlugin } from '../src/index.js';
import { close } from './support/close.js';
import { errorOf } from './support/errors.js';

const registry = createRegistry([corePlugin, polynomialPlugin]);

test('a registry offers the module by name, with its options typed', () => {
  expect(registry.make.PolynomialEnergyModule).toBe(polynomialEnergy);
  const made = registry.make.PolynomialEnergyModule({ coefficients: [1, 2] });
  expect(made.options).toEqual({ coefficients: [1, 2], basis: 'legendre', samples: [] });
  // @ts-expect-error -- coefficients are needed
  expect(() => registry.make.PolynomialEnergyModule({})).toThrow('OPTION_INVALID');
});

const scenario = (options: object): object => ({
  cfc: 1,
  modules: {
    well: { use: 'PolynomialEnergyModule', with: options, input: 0.9 },
    other: { use: 'LandauModule', with: { a: 0.5, b: 0, h: 0.5 }, start: 0.1 },
  },
  couplings: [{ use: 'QuadraticCoupling', between: ['well', 'other'], with: { weight: 0.25 } }],
});

test('a scenario file holds coefficients and samples as lists', () => {
  // By hand: for ξ = -1, 0, 1 the chaos of degree 2 is (3 ξ² - 2) / √2, so √2 times it is 3 ξ² - 2 = 12 (η - 1/2)² - 2.
  const options = { basis: 'apc', samples: [-1, 0, 1], coefficients: [0, 0, Math.SQRT2] };
  const { system, eta0, plan } = buildScenario(registry, scenario(options));
  const { eta, outcome } = relax(system, eta0, plan);
  expect(outcome).toBe('converged');
  // 24 (x - 1/2) + (x - y) / 2 = 0 and y - 1/2 + (y - x) / 2 = 0.
  close(eta['well']!, 0.5, 1e-9);
  close(eta['other']!, 0.5, 1e-9);
});

test('its errors carry the path in the scenario', () => {
  const where = (options: object) => errorOf(() => buildScenario(registry, scenario(options))).where;
  expect(where({ coefficients: [1, 'x'] })).toBe('modules.well.coefficients[1]');
  expect(where({ coefficients: [1, 2], basis: 'apc', samples: [0.5] })).toBe('modules.well.samples');
});
