import { compile, corePlugin, createRegistry, defineSystem, readEta, relax } from '@cfc/core';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { specimenCoupling, specimenModule, specimenPlugin } from '../src/index.js';

test('the plugin has the name and the version of its package', () => {
  expect([specimenPlugin.name, specimenPlugin.version]).toEqual([manifest.name, manifest.version]);
});

test('a registry offers both pieces by name', () => {
  const { make } = createRegistry([corePlugin, specimenPlugin]);
  expect(make.SpecimenModule).toBe(specimenModule);
  expect(make.SpecimenCoupling).toBe(specimenCoupling);
});

test('together they settle where the total energy is least', () => {
  const system = defineSystem({
    modules: { north: specimenModule({ best: 0.8 }), south: specimenModule({ best: 0.7, strength: 2 }) },
    couplings: [{ use: specimenCoupling({ weight: 4 }), between: ['north', 'south'] }],
  });
  const start = readEta(system, { north: { used: 3, of: 4 }, south: { used: 1, of: 2 } });
  const { outcome, eta } = relax(compile(system), start);
  expect(outcome).toBe('converged');
  // Where both derivatives are 0: north = 0.8 - 4 g, south = 0.7 - 2 g, with g = north + south - 1 = 0.5 / 7.
  expect(eta.north).toBeCloseTo(0.8 - 2 / 7, 9);
  expect(eta.south).toBeCloseTo(0.7 - 1 / 7, 9);
});
