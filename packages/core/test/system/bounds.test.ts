import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CompiledSystem,
  type StepEvent,
  compile,
  defineCoupling,
  defineModule,
  defineSystem,
  descent,
  fixedStep,
  gaussSeidel,
  landau,
  maxSteps,
  number,
  relax,
  stabilityLimit,
} from '../../src/index.js';
import { errorOf } from '../support/errors.js';
import { holds } from '../support/property.js';
import { type Spec, built, everyFamily, gradientOf, hessianOf, specs } from '../support/systems.js';

/** 1 - cos 2π(η - ½): its curvature vanishes where it is steepest. */
const ridge = defineModule({
  name: 'RidgeModule',
  meaning: 'exact curvature, no bound of it',
  options: {},
  eta: (input: number) => input,
  energy: (eta) => 1 - Math.cos(2 * Math.PI * (eta - 0.5)),
  slope: (eta) => 2 * Math.PI * Math.sin(2 * Math.PI * (eta - 0.5)),
  curvature: (eta) => 4 * Math.PI ** 2 * Math.cos(2 * Math.PI * (eta - 0.5)),
});

const rowSum = (row: Float64Array): number => row.reduce((total, entry) => total + Math.abs(entry), 0);

test('row bounds are upper bounds of the absolute row sums of the exact Hessian, at every point', () => {
  holds(
    fc.property(specs(everyFamily), (spec) => {
      const { system, eta } = built(spec);
      const bounds = system.rowBounds(eta, system.unit);
      hessianOf(system, eta).forEach((row, i) => expect(bounds[i]! * (1 + 1e-12)).toBeGreaterThanOrEqual(rowSum(row)));
    }),
    400,
  );
});

test('row bounds are upper bounds of the Hessian by differences of the gradient, away from kinks', () => {
  holds(
    fc.property(specs(everyFamily), (spec) => {
      const { system, eta } = built({ ...spec, eta: spec.eta.map((x) => 0.001 + 0.998 * x) });
      fc.pre(awayFromKinks(spec, eta, 1e-4));
      const bounds = system.rowBounds(eta, system.unit);
      differences(system, eta).forEach((row, i) => {
        expect(bounds[i]! * (1 + 1e-4) + 1e-6).toBeGreaterThanOrEqual(rowSum(row));
      });
    }),
    400,
  );
});

test('a bound is infinite only where a power in (0, 2) other than 1 sits at η = 0', () => {
  holds(
    fc.property(specs(everyFamily), (spec) => {
      const { system, eta } = built(spec);
      system.rowBounds(eta, system.unit).forEach((bound, i) => {
        const open = spec.links.some(
          ({ family, ends, power }) => family === 'dampedGateBenefit' && ends[0] === i && power < 2 && power !== 1,
        );
        if (!(open && eta[i] === 0)) expect(bound).toBeLessThan(Infinity);
      });
    }),
    400,
  );
});

test('a bound that is negative or no number is an error that names the family', () => {
  for (const bound of [-1, NaN]) {
    const bad = defineModule({
      name: 'BadModule',
      meaning: 'lies about its curvature',
      options: { bound: number(0, 'what it says') },
      eta: (input: number) => input,
      energy: () => 0,
      slope: () => 0,
      bend: () => bound,
    });
    const system = compile(defineSystem({ modules: { x: bad() } }));
    const error = errorOf(() => system.rowBounds(Float64Array.of(0.5), system.unit));
    expect(error.code).toBe('ENERGY_INVALID');
    expect(error.message).toContain(`the bound of "BadModule" is ${bound}`);
  }
});

test('a family that cannot bound its curvature is named: its curvature at one point is no bound', () => {
  const plain = { meaning: '', options: {}, eta: (input: number) => input, energy: () => 0, slope: () => 0 };
  const without = defineModule({ name: 'WithoutModule', ...plain });
  const curved = defineModule({ name: 'CurvedModule', ...plain, curvature: () => -3 });
  for (const module of [without, curved]) {
    const system = compile(defineSystem({ modules: { x: module() } }));
    const error = errorOf(() => system.rowBounds(Float64Array.of(0.5), system.unit));
    expect(error.code).toBe('CAPABILITY_MISSING');
    expect(error.message).toContain(`${module.name} (needs "bend": give an upper bound`);
  }
});

test('without bend there is no stability limit that a steep stretch on the way would break', () => {
  const system = compile(defineSystem({ modules: { x: ridge() } }));
  const method = descent({ search: fixedStep({ step: 0.11 }), limit: stabilityLimit() });
  const error = errorOf(() => relax(system, Float64Array.of(0.7501), { method, stop: maxSteps({ steps: 1 }) }));
  expect(error).toMatchObject({ code: 'CAPABILITY_MISSING' });
  expect(error.what).toContain('RidgeModule (needs "bend"');
});

test('a family with fold has the bound of its quartic, with and without bend', () => {
  const folded = defineModule({
    name: 'FoldedModule',
    meaning: 'a η² + b η⁴',
    options: {},
    eta: (input: number) => input,
    energy: (eta) => eta * eta * (1 - eta * eta),
    slope: (eta) => eta * (2 - 4 * eta * eta),
    curvature: (eta) => 2 - 12 * eta * eta,
    fold: () => ({ h: 0, a: 1, b: -1 }),
  });
  const system = compile(defineSystem({ modules: { x: folded() } }));
  expect([...system.rowBounds(Float64Array.of(0.3), system.unit)]).toEqual([10]);
});

test('a sweep over rows without a bound never raises the energy and comes to the minimum', () => {
  const system = compile(defineSystem({ modules: { x: ridge(), y: ridge() } }));
  for (const start of [0.02, 0.2501, 0.7499, 0.7501, 0.98]) {
    const events: StepEvent[] = [];
    const observers = [(event: StepEvent) => events.push(event)];
    const plan = { method: gaussSeidel(), stop: maxSteps({ steps: 60 }), observers };
    expect(relax(system, Float64Array.of(start, 0.4), plan).energy).toBeCloseTo(0, 12);
    for (const { change } of events) expect(change).toBeLessThanOrEqual(0);
  }
});

test('a term of weight 0 adds nothing, even where its bound is infinite', () => {
  const spiky = defineCoupling({
    name: 'SpikyCoupling',
    meaning: 'no bound at all',
    options: {},
    energy: () => 0,
    slopes: (_a, _b, _options, _signals, out) => void out.fill(0),
    bend: () => [Infinity, Infinity, Infinity],
  });
  const modules = { x: landau({ a: 1, b: 0 }), y: landau({ a: 1, b: 0 }) };
  const couplings = [{ use: spiky(), between: ['x', 'y'] as const }];
  const system = compile(defineSystem({ modules, couplings, weights: { 'coup:SpikyCoupling': 0 } }));
  expect([...system.rowBounds(Float64Array.of(0.5, 0.5), system.unit)]).toEqual([2, 2]);
});

function awayFromKinks({ links }: Spec, eta: Float64Array, distance: number): boolean {
  return links.every(({ family, ends: [i, j], x, y }) => {
    if (family === 'directedHinge') return Math.abs(eta[j]! - eta[i]!) > distance;
    return family !== 'asymmetricHinge' || Math.abs(y * eta[j]! - x * eta[i]!) > distance;
  });
}

function differences(system: CompiledSystem, eta: Float64Array): readonly Float64Array[] {
  const h = 1e-6;
  return Array.from(eta, (_, i) => {
    const [up, down] = [h, -h].map((step) =>
      gradientOf(
        system,
        eta.map((x, j) => (j === i ? x + step : x)),
      ),
    );
    return up!.map((slope, j) => (slope - down![j]!) / (2 * h));
  });
}
