import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  admm,
  asymmetricHinge,
  backtracking,
  compile,
  coordinate,
  defineSystem,
  descent,
  gateBenefit,
  gradientBelow,
  landau,
  maxSteps,
  quadratic,
  relax,
} from '../../../src/index.js';
import { holds, real } from '../../support/property.js';
import { built, specs } from '../../support/systems.js';

test('with damping 1 it converges to the minimum on hinge problems', () => {
  const families = ['quadratic', 'directedHinge', 'asymmetricHinge'] as const;
  holds(
    fc.property(specs(families, { convex: true }), real(0.5, 2), (spec, rho) => {
      const modules = spec.modules.map(({ a, ...rest }) => ({ a: a + 0.2, ...rest }));
      const { system, eta } = built({ ...spec, modules, termWeights: spec.termWeights.map(() => 1) });
      const split = relax(system, eta, { method: admm({ rho, step: 0.02 }), stop: maxSteps({ steps: 6000 }) });
      const stop = gradientBelow({ norm: 1e-11 });
      const method = descent({ search: backtracking({ initial: 1, tries: 40 }) });
      const lowest = relax(system, eta, { method, stop });
      expect(split.energy - lowest.energy).toBeLessThanOrEqual(1e-8);
    }),
    40,
  );
});

test('with a gate too, damping 1 reaches the minimum and less does not', () => {
  const system = compile(
    defineSystem({
      modules: { gate: landau({ a: 0.5, b: 0 }), domain: landau({ a: 0.4, b: 0, h: 0.5 }) },
      couplings: [
        { use: gateBenefit({ signal: 's' }), between: ['gate', 'domain'] },
        { use: asymmetricHinge({ alpha: 0.7, beta: 1.3 }), between: ['gate', 'domain'] },
        { use: quadratic({ weight: 0.3 }), between: ['gate', 'domain'] },
      ],
      signals: { s: 0.1 },
    }),
  );
  const start = Float64Array.of(0.9, 0.1);
  const lowest = relax(system, start, { method: coordinate({ step: 0.2 }), stop: gradientBelow({ norm: 1e-12 }) });
  const end = (damping: number) => relax(system, start, { method: admm({ damping }), stop: maxSteps({ steps: 5000 }) });
  expect(end(1).energy - lowest.energy).toBeLessThanOrEqual(1e-12);
  expect(end(0.5).energy - lowest.energy).toBeGreaterThan(1e-4);
});

test('the first step is one of plain descent on the augmented energy, by hand', () => {
  // x = 0.6, y = 0.2, w = 1: gap b - a = -0.4 = v; copy s = v / (1 + 2 / rho) = -0.2 for rho = 2, residual s - g = 0.2.
  const modules = { x: landau({ a: 1, b: 0 }), y: landau({ a: 1, b: 0 }) };
  const system = compile(defineSystem({ modules, couplings: [{ use: quadratic(), between: ['x', 'y'] }] }));
  const plan = { method: admm({ rho: 2, step: 0.1 }), stop: maxSteps({ steps: 1 }) };
  const { vector } = relax(system, Float64Array.of(0.6, 0.2), plan);
  expect(vector[0]).toBeCloseTo(0.6 - 0.1 * (2 * 0.6 + 2 * 0.2), 14);
  expect(vector[1]).toBeCloseTo(0.2 - 0.1 * (2 * 0.2 - 2 * 0.2), 14);
});
