import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Limit,
  backtracking,
  compile,
  defineLimit,
  defineSystem,
  descent,
  fixedStep,
  gradientBelow,
  landau,
  maxSteps,
  relax,
} from '../../../src/index.js';
import { holds, real } from '../../support/property.js';
import { built, everyFamily, specs } from '../../support/systems.js';

test('in the logit every order parameter stays inside (0, 1), whatever the step', () => {
  const step = fc.constantFrom(0.1, 1, 30, 1e4, 1e300);
  holds(
    fc.property(specs(everyFamily), step, (spec, length) => {
      const { system } = built(spec);
      const inside = Float64Array.from(spec.eta, (eta) => 0.001 + 0.998 * eta);
      const method = descent({ search: fixedStep({ step: length }), geometry: 'logit' });
      const { vector } = relax(system, inside, { method, stop: maxSteps({ steps: 6 }) });
      expect(vector.every((eta) => eta > 0 && eta < 1)).toBe(true);
    }),
  );
});

test('in the logit an order parameter at 0 or 1 stays there', () => {
  const system = compile(defineSystem({ modules: { x: landau({ h: 1 }), y: landau(), z: landau({ h: 1 }) } }));
  const method = descent({ search: fixedStep({ step: 1 }), geometry: 'logit' });
  const { vector } = relax(system, Float64Array.of(0, 1, 0.2), { method, stop: maxSteps({ steps: 20 }) });
  expect([vector[0], vector[1]]).toEqual([0, 1]);
  expect(vector[2]).toBeGreaterThan(0.3);
});

test('in the logit the search descends, and reaches the minimum inside the box', () => {
  holds(
    fc.property(real(0.01, 0.99), real(0.05, 0.95), (start, at) => {
      const system = compile(defineSystem({ modules: { only: landau({ a: 1, b: 0, h: 2 * at }) } }));
      const method = descent({ search: backtracking({ initial: 20, tries: 30 }), geometry: 'logit' });
      let last = Infinity;
      const observers = [
        ({ energy }: { energy: number }) => (expect(energy).toBeLessThanOrEqual(last), (last = energy)),
      ];
      const plan = { method, stop: gradientBelow({ norm: 1e-7 }), observers };
      expect(relax(system, Float64Array.of(start), plan).vector[0]).toBeCloseTo(at, 6);
    }),
    40,
  );
});

test('in the logit a short step is exact: dη = -t g (η (1 - η))²', () => {
  const system = compile(defineSystem({ modules: { only: landau({ a: 0, b: 0, h: 1 }) } }));
  const method = descent({ search: fixedStep({ step: 1e-6 }), geometry: 'logit' });
  for (const eta of [1e-9, 1e-6, 0.3, 0.9, 1 - 1e-6]) {
    const { vector } = relax(system, Float64Array.of(eta), { method, stop: maxSteps({ steps: 1 }) });
    const expected = 1e-6 * (eta * (1 - eta)) ** 2;
    expect(Math.abs(vector[0]! - eta - expected)).toBeLessThanOrEqual(1e-5 * expected + 2e-16 * eta);
  }
});

test.each(['box', 'logit'] as const)('a limit may set a longest step for each row: %s', (geometry) => {
  const perRow = defineLimit({
    name: 'PerRow',
    meaning: 'another length for each row',
    options: {},
    make: (): Limit => ({
      longest: () => ({ longest: Float64Array.of(0.1, 0.2), safe: Infinity, facts: {}, warnBelow: 0 }),
    }),
  });
  const system = compile(
    defineSystem({ modules: { x: landau({ a: 0, b: 0, h: 1 }), y: landau({ a: 0, b: 0, h: 1 }) } }),
  );
  const method = descent({ search: fixedStep({ step: 9 }), limit: perRow(), geometry });
  const { vector } = relax(system, Float64Array.of(0.5, 0.5), { method, stop: maxSteps({ steps: 1 }) });
  const moved = (t: number): number => (geometry === 'box' ? 0.5 + t : 1 / (1 + Math.exp(-t * 0.25)));
  expect(vector[0]).toBeCloseTo(moved(0.1), 7);
  expect(vector[1]).toBeCloseTo(moved(0.2), 7);
});
