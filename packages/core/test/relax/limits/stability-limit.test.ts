import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type StepEvent,
  clipNorm,
  compile,
  dampedGateBenefit,
  defineSystem,
  descent,
  fixedStep,
  landau,
  maxSteps,
  normalise,
  quadratic,
  relax,
  stabilityLimit,
} from '../../../src/index.js';
import { holds, real } from '../../support/property.js';
import { built, specs } from '../../support/systems.js';
import { taskAt } from '../../support/task.js';

const giant = fixedStep({ step: 1e9 });

test.each([
  ['the gradient', []],
  ['the normalised gradient', [normalise()]],
  ['the clipped gradient', [clipNorm({ norm: 0.1 })]],
])('along %s the energy never rises, without any guard, on smooth convex systems', (_name, transforms) => {
  const families = ['quadratic', 'directedHinge', 'asymmetricHinge', 'gateBenefit'] as const;
  holds(
    fc.property(specs(families, { convex: true }), real(0.05, 0.999), (spec, fraction) => {
      const { system, eta } = built(spec);
      let last = system.energy(eta, system.unit);
      const scale = 1 + [...system.termEnergies(eta, system.unit)].reduce((sum, x) => sum + Math.abs(x), 0);
      const observer = ({ energy }: StepEvent): void => {
        expect(energy).toBeLessThanOrEqual(last + 1e-14 * scale);
        last = energy;
      };
      const method = descent({ search: giant, transforms, limit: stabilityLimit({ fraction }) });
      relax(system, eta, { method, stop: maxSteps({ steps: 15 }), observers: [observer] });
    }),
  );
});

/** Rows 2a + 4w = 4 and 2a' + 4w = 8: L = 8. */
const pair = compile(
  defineSystem({
    modules: { x: landau({ a: 1, b: 0 }), y: landau({ a: 3, b: 0 }) },
    couplings: [{ use: quadratic({ weight: 0.5 }), between: ['x', 'y'] }],
  }),
);
const start = Float64Array.of(0.9, 0.1);
const eventsOf = (step: number, warnBelow = 1e-6): StepEvent[] => {
  const events: StepEvent[] = [];
  const method = descent({ search: fixedStep({ step }), limit: stabilityLimit({ fraction: 0.8, warnBelow }) });
  relax(pair, start, { method, stop: maxSteps({ steps: 3 }), observers: [(event) => events.push(event)] });
  return events;
};

test('the safe length of the plain gradient is 2 / L, and the step is held to a fraction of it', () => {
  const [{ facts }] = eventsOf(1e9) as [StepEvent];
  expect(facts['lipschitz']).toBeCloseTo(6 + 2, 14);
  expect(facts['safeStep']).toBeCloseTo(2 / 8, 14);
  expect(facts['step']).toBeCloseTo((0.8 * 2) / 8, 14);
});

test('the contraction margin is the safe length minus the step', () => {
  for (const step of [0.01, 0.2, 1e9]) {
    for (const { facts } of eventsOf(step)) {
      expect(facts['contractionMargin']).toBe(facts['safeStep']! - facts['step']!);
    }
  }
});

test('a margin below warnBelow is warned of, and no other', () => {
  expect(eventsOf(0.2, 0.04).flatMap(({ warnings }) => warnings)).toEqual([]);
  const warnings = eventsOf(0.2, 0.06).flatMap((event) => event.warnings);
  expect(warnings).toHaveLength(3);
  expect(warnings[0]).toMatch(/^the contraction margin 5.00e-2 is below 0.06/);
});

test('rows without a bound are counted, and the others limit the step', () => {
  const closed = compile(
    defineSystem({
      modules: { gate: landau({ a: 1, b: 0 }), other: landau({ a: 2, b: 0 }) },
      couplings: [{ use: dampedGateBenefit({ etaPower: 0.5, signal: 's' }), between: ['gate', 'other'] }],
      signals: { s: 0.1 },
    }),
  );
  const direction = Float64Array.of(0, 1);
  const { task, from } = taskAt(closed, Float64Array.of(0, 0.5));
  const limitation = stabilityLimit({ fraction: 0.5 }).longest(task, from, direction, 2);
  expect(limitation).toMatchObject({ facts: { uncertifiedRows: 1, lipschitz: 4 }, safe: 1, longest: 0.5 });
});

test('without curvature there is no limit', () => {
  const flat = compile(defineSystem({ modules: { only: landau({ a: 0, b: 0, h: 1 }) } }));
  const { task, from } = taskAt(flat, Float64Array.of(0.5));
  expect(stabilityLimit().longest(task, from, Float64Array.of(-1), 1)).toMatchObject({
    longest: Infinity,
    safe: Infinity,
  });
});
