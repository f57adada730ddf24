import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EnergyCoordinator } from '../../src/index.js';
import { Model } from '../support/model.js';
import { holds } from '../support/property.js';
import { everyFamily, specs, systemOf } from '../support/systems.js';

const TOLERANCE = 1e-5;

/** Fails where a coordinator is not what a fresh compile of the model is. */
function compare(model: Model, coordinator: EnergyCoordinator): void {
  const { ids, expected, energy, maintained, compiled, residual } = model.compare(coordinator);
  expect(ids).toEqual(expected);
  expect(energy).toBeLessThan(1e-12);
  expect(maintained).toBeLessThan(1e-12);
  expect(compiled).toBeLessThan(1e-13);
  expect(residual).toBeLessThanOrEqual(TOLERANCE);
}

describe('a system that changes', () => {
  test('is what a fresh compile of the same modules and couplings is, through packings anew', () => {
    const model = new Model(3, 40, 120);
    const coordinator = new EnergyCoordinator(model.define(), undefined, undefined, { tolerance: TOLERANCE });
    for (let k = 1; k <= 3000; k++) {
      model.change(coordinator);
      if (k % 100 === 0) compare(model, coordinator);
    }
  });

  test('is the same after every single change of a small one', () => {
    holds(
      fc.property(fc.nat(1e6), fc.integer({ min: 4, max: 8 }), fc.nat(12), (seed, size, links) => {
        const model = new Model(seed, size, links);
        const coordinator = new EnergyCoordinator(model.define(), undefined, undefined, { tolerance: TOLERANCE });
        for (let k = 0; k < 20; k++) {
          model.change(coordinator);
          compare(model, coordinator);
        }
      }),
      30,
    );
  });

  test('has the same bits on both back ends, whatever happens to it', () => {
    holds(
      fc.property(fc.nat(1e6), fc.integer({ min: 4, max: 12 }), fc.nat(40), (seed, size, links) => {
        const [wasm, js] = (['wasm', 'js'] as const).map((backend) => {
          const model = new Model(seed, size, links);
          const coordinator = new EnergyCoordinator(model.define(), undefined, undefined, { tolerance: 1e-6, backend });
          const told = Array.from({ length: 30 }, () => model.change(coordinator));
          return { told, eta: coordinator.eta, gradient: coordinator.gradient(), backend: coordinator.system.backend };
        });
        expect(wasm).toEqual({ ...js, backend: 'wasm' });
        expect(js!.backend).toBe('js');
      }),
      40,
    );
  });
});

test('updates have the same bits on both back ends for every family', () => {
  const events = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 0, max: 1000 })), { minLength: 1, maxLength: 8 });
  holds(
    fc.property(specs(everyFamily), events, (spec, given) => {
      const [wasm, js] = (['wasm', 'js'] as const).map((backend) => {
        const one = new EnergyCoordinator(systemOf(spec), undefined, spec.eta, { backend });
        const told = given.map(([i, k]) => one.update(`m${i % spec.modules.length}`, k / 1000));
        return { told, eta: one.eta, gradient: one.gradient() };
      });
      expect(wasm).toEqual(js);
    }),
    150,
  );
});
