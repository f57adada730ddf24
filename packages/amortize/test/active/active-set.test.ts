import {
  type CompiledSystem,
  type Facts,
  type Method,
  anyOf,
  asymmetricHinge,
  auto,
  coordinate,
  compile,
  corePlugin,
  createRegistry,
  defineSystem,
  descent,
  fista,
  fixedStep,
  gaussSeidel,
  gradientBelow,
  landau,
  maxSteps,
  monotone,
  projectedLbfgs,
  quadratic,
  relax,
  smallGainLimit,
} from '@cfc/core';
import { checkMethod, problems } from '@cfc/core/testing';
import { expect, test } from 'vitest';
import { activeSet, metered, visitsIn } from '../../src/index.js';
import { codeOf } from '../support/errors.js';
import { type Sensors, readings, sensors } from '../support/sensors.js';

const inners: Readonly<Record<string, Method>> = {
  auto: auto(),
  fista: fista(),
  'quasi-Newton': projectedLbfgs(),
  'Gauss-Seidel': gaussSeidel(),
  'certified descent': descent({ search: fixedStep({ step: 1e9 }), limit: smallGainLimit() }),
};

const third = { share: 0.34, hops: 0, budget: 1e9 };

test.each<readonly [string, Parameters<typeof activeSet>[0]]>([
  ['one module and its neighbours at a time', { share: 0.01, hops: 1, budget: 1e9 }],
  ['single modules', { share: 0.01, hops: 0, budget: 1e9, rounds: 5 }],
  ['a budget that is used up', { share: 0.1, hops: 0, budget: 1 }],
  ...Object.entries(inners).map(([name, inner]) => [`with ${name} inside`, { ...third, inner }] as const),
])('active sets reach every minimum, never raise the energy, and resume: %s', (_what, options) => {
  expect(checkMethod('ActiveSet', activeSet(options)).checks.length).toBe(4 * problems.length);
});

/** A system at rest, and the same with another reading of one module. */
function disturbed(given: Sensors): { readonly start: Float64Array; readonly after: CompiledSystem } {
  const { size = 40, seed = 1 } = given;
  const read = readings(size, seed);
  const start = relax(compile(sensors(given)), read).vector;
  read[size >> 1] = 1 - read[size >> 1]!;
  return { start: Float64Array.from(start), after: compile(sensors({ ...given, read })) };
}

function run(system: CompiledSystem, start: Float64Array, method: Method, norm = 1e-9) {
  const meter = metered(system);
  const facts: Facts[] = [];
  const stop = anyOf({ of: [gradientBelow({ norm }), maxSteps({ steps: 200 })] });
  const observers = [({ facts: some }: { facts: Facts }): void => void facts.push(some)];
  const { vector, unitEnergy, outcome } = relax(meter.system, start, { method, guard: monotone(), stop, observers });
  const visits = meter.visits() + facts.reduce((sum, some) => sum + visitsIn(some), 0);
  return { vector, unitEnergy, outcome, visits, facts };
}

const sets = activeSet({ tolerance: 1e-9 });

test('a local change ends at the minimum of the full method, with a fraction of the coupling visits', () => {
  const { start, after } = disturbed({ size: 3000, reach: 10, strength: 0.5 });
  const full = run(after, start, auto());
  const active = run(after, start, sets);
  expect([full.outcome, active.outcome]).toEqual(['converged', 'converged']);
  expect(Math.abs(active.unitEnergy - full.unitEnergy)).toBeLessThan(1e-9);
  active.vector.forEach((value, i) => {
    expect(Math.abs(value - full.vector[i]!)).toBeLessThan(1e-8);
  });
  expect(active.visits).toBeLessThan(0.25 * full.visits);
  expect(active.facts.map(({ whole }) => whole)).toEqual([0]);
  expect(active.facts[0]!['largest']).toBeLessThan(300);
});

test('where a change reaches everything, the inner method takes over, at a bounded price', () => {
  const { start, after } = disturbed({ size: 1500, reach: 1499, strength: 2 });
  const full = run(after, start, auto());
  const active = run(after, start, sets);
  expect(active.facts.at(-1)!['whole']).toBe(1);
  expect(Math.abs(active.unitEnergy - full.unitEnergy)).toBeLessThan(1e-9);
  expect(active.visits).toBeLessThan(2 * full.visits);
  const none = run(after, start, activeSet({ budget: 0 }));
  expect(Array.from(none.vector)).toEqual(Array.from(full.vector));
  expect(none.visits).toBe(full.visits);
});

test('what is at rest already is left alone, and a step costs nothing', () => {
  const { start } = disturbed({});
  const { visits, vector, facts } = run(compile(sensors()), start, activeSet({ tolerance: 1e-6 }), 1e-6);
  expect(facts).toEqual([]);
  expect(visits).toBe(2 * 160); // a gradient to see it, and the energy that the solution reports
  expect(Array.from(vector)).toEqual(Array.from(start));
});

test('the point that a step hands on has a gradient that was taken anew', () => {
  const { start, after } = disturbed({ size: 200 });
  const { state } = relax(after, start, { method: sets, stop: maxSteps({ steps: 1 }) });
  const gradient = new Float64Array(200);
  after.gradient(state.point.eta, after.unit, gradient);
  expect(Array.from(state.point.gradient!)).toEqual(Array.from(gradient));
});

test('families without second derivatives are relaxed by what they have', () => {
  const { curvature, ...plain } = landau.family;
  expect(curvature).toBeDefined();
  const bare = { ...landau({ a: 1, b: 0.5, h: 0.7 }), family: { ...plain, fold: undefined } } as never;
  const system = compile(
    defineSystem({
      modules: { a: bare, b: bare, c: bare },
      couplings: [
        { use: quadratic(), between: ['a', 'b'] },
        { use: asymmetricHinge({ alpha: 1.2 }), between: ['c', 'b'] },
      ],
    }),
  );
  const start = Float64Array.of(1, 0, 0.5);
  const one = run(system, start, activeSet({ share: 0.1, hops: 1, budget: 1e9, tolerance: 1e-9 }));
  const two = run(system, start, auto());
  expect(Math.abs(one.unitEnergy - two.unitEnergy)).toBeLessThan(1e-9);
  expect(codeOf(() => run(system, start, activeSet({ inner: gaussSeidel() })))).toBe('CAPABILITY_MISSING');
});

test('it works on a large system in the layout that suits the memory', () => {
  const { start, after } = disturbed({ size: 40_000, reach: 30, strength: 0.3 });
  const full = run(after, start, auto());
  const active = run(after, start, sets);
  expect(Math.abs(active.unitEnergy - full.unitEnergy)).toBeLessThan(1e-8);
  expect(active.visits).toBeLessThan(0.25 * full.visits);
});

test('an inner method that is stuck does not keep it from ending', () => {
  const { start, after } = disturbed({});
  const { outcome } = run(after, start, activeSet({ inner: coordinate({ step: 0.5, tolerance: 1e-2 }) }));
  expect(['stopped', 'refused', 'converged']).toContain(outcome);
});

test('options that are none are refused, and the registry knows the method', () => {
  for (const options of [
    { share: 0 },
    { share: 2 },
    { hops: -1 },
    { hops: 0.5 },
    { rounds: 0 },
    { budget: -1 },
    { tolerance: 0 },
    { share: NaN },
  ]) {
    expect(codeOf(() => activeSet(options))).toBe('OPTION_INVALID');
  }
  const registry = createRegistry([corePlugin]);
  expect(activeSet({ inner: registry.make.Auto() }).name).toBe('ActiveSet');
});
