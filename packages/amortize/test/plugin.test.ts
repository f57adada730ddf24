import { buildScenario, compile, corePlugin, createRegistry, landau, defineSystem, quadratic, relax } from '@cfc/core';
import { expect, test } from 'vitest';
import { activeSet, amortizePlugin, competenceSchedule } from '../src/index.js';

const registry = createRegistry([corePlugin, amortizePlugin]);

test('a registry offers the method and the schedule by name', () => {
  expect(registry.make.ActiveSet).toBe(activeSet);
  expect(registry.make.Competence).toBe(competenceSchedule);
  // @ts-expect-error -- no such option
  expect(() => registry.make.ActiveSet({ size: 1 })).toThrow('OPTION_UNKNOWN');
});

test('a scenario uses both, and ends at the minimum', () => {
  const { system, eta0, plan } = buildScenario(registry, {
    cfc: 1,
    modules: {
      a: { use: 'LandauModule', with: { a: 1, b: 0, h: 1 }, start: 0.9 },
      b: { use: 'LandauModule', with: { a: 1, b: 0 }, start: 0.8 },
    },
    couplings: [{ use: 'QuadraticCoupling', between: ['a', 'b'], with: { weight: 0.5 } }],
    relax: {
      method: { use: 'ActiveSet', with: { hops: 0, inner: { use: 'GaussSeidel' }, tolerance: 1e-12 } },
      schedule: { use: 'Competence', with: { steps: 4, difficulty: { 'coup:QuadraticCoupling': 0.3 } } },
      stop: { use: 'GradientBelow', with: { norm: 1e-12 } },
    },
  });
  const { vector, outcome } = relax(system, eta0, plan);
  expect(outcome).toBe('converged');
  expect(vector[0]).toBeCloseTo(0.375, 11);
  expect(vector[1]).toBeCloseTo(0.125, 11);
});

test('every option of the method and the schedule makes a difference', () => {
  const ids = Array.from({ length: 12 }, (_, i) => `m${i}`);
  const system = compile(
    defineSystem({
      modules: Object.fromEntries(ids.map((id, i) => [id, landau({ a: 0.2, b: 0.1, h: 0.05 * i })])),
      couplings: ids.slice(1).map((id, i) => ({ use: quadratic({ weight: 1 }), between: [ids[i]!, id] as const })),
    }),
  );
  const seen = (plan: Partial<Parameters<typeof relax>[2]>): string => {
    const lines: unknown[] = [];
    const observers = [
      ({ facts, energy, weights }: { facts: unknown; energy: number; weights: unknown }) =>
        lines.push([facts, energy, weights]),
    ];
    const { vector } = relax(system, new Float64Array(12).fill(0.9), {
      method: activeSet({ budget: 9 }),
      observers,
      stop: registry.make.MaxSteps({ steps: 8 }),
      ...plan,
    });
    return JSON.stringify([lines, vector]);
  };
  const sets = { share: 0.5, hops: 0, inner: registry.make.GaussSeidel(), rounds: 1, budget: 0.3, tolerance: 1e-2 };
  for (const [option, value] of Object.entries(sets)) {
    expect(seen({ method: activeSet({ budget: 9, [option]: value }) }), option).not.toBe(seen({}));
  }
  expect(Object.keys(sets)).toEqual(Object.keys(activeSet.fields));
  const steps = { start: 0.5, steps: 3, power: 1, difficulty: { 'coup:QuadraticCoupling': 0.5 } };
  for (const [option, value] of Object.entries(steps)) {
    expect(seen({ schedule: competenceSchedule({ [option]: value }) }), option).not.toBe(
      seen({ schedule: competenceSchedule() }),
    );
  }
  expect(Object.keys(steps)).toEqual(Object.keys(competenceSchedule.fields));
});
