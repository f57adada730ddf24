import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompiledSystem, maxSteps, monotone, relax } from '../../../src/index.js';
import { methods } from '../../support/plans.js';
import { holds } from '../../support/property.js';
import { built, builtIn, everyFamily, specs } from '../../support/systems.js';
import { taskAt } from '../../support/task.js';
import { mixed, mixedStart } from '../../support/mixed.js';

/** Rounding of a total: 1e-14 of the terms that it is the sum of. */
const rounding = (system: CompiledSystem, eta: Readonly<Float64Array>): number =>
  1e-14 * system.termEnergies(eta, system.unit).reduce((total, term) => total + Math.abs(term), 1);

test.each(Object.keys(methods))('with fixed weights the unit-weight energy never rises: %s', (name) => {
  const families = name.startsWith('proximal') ? builtIn : everyFamily;
  holds(
    fc.property(specs(families), fc.nat(), (spec, seed) => {
      const { system, eta } = built(spec);
      let last = system.energy(eta, system.unit);
      const observer = (event: { change: number; eta: Readonly<Float64Array>; unitEnergy: number }): void => {
        expect(event.change).toBeLessThanOrEqual(0);
        expect(event.unitEnergy).toBeLessThanOrEqual(last + rounding(system, event.eta));
        last = event.unitEnergy;
      };
      const plan = { method: methods[name]!, guard: monotone(), stop: maxSteps({ steps: 12 }), seed };
      relax(system, eta, { ...plan, observers: [observer] });
    }),
    60,
  );
});

test('a rise up to the tolerance is let pass, a larger one is refused with its size', () => {
  const { task, from } = taskAt(mixed, mixedStart);
  const higher = task.point(Float64Array.of(1, 0, 1, 0, 1, 0));
  const rise = higher.energy - from.energy;
  expect(rise).toBeGreaterThan(0.1);
  expect(monotone({ tolerance: rise * 1.001 }).check(task, from, higher)).toEqual({ accept: true });
  expect(monotone({ tolerance: rise * 0.999 }).check(task, from, higher)).toEqual({
    accept: false,
    reason: `the energy would rise by ${rise.toExponential(2)}`,
  });
  expect(monotone().check(task, from, from)).toEqual({ accept: true });
});
