import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CompiledSystem,
  type StepEvent,
  type TermSums,
  type Vector,
  auto,
  backtracking,
  compile,
  defineModule,
  defineSystem,
  descent,
  fista,
  landau,
  maxSteps,
  monotone,
  relax,
  writeState,
} from '../../src/index.js';
import { crowd, placeIn } from '../support/crowd.js';
import { holds } from '../support/property.js';
import { everyFamily, specs, systemOf } from '../support/systems.js';
import { termsOneByOne } from '../support/terms.js';

function expectSums(system: CompiledSystem, eta: Vector, weights: Vector): void {
  const { energies, norms } = system.termSums(eta, { weights });
  const near = (actual: Vector, expected: Vector): void => {
    actual.forEach((value, t) => {
      expect(Math.abs(value - expected[t]!), system.terms[t]!.key).toBeLessThanOrEqual(
        1e-12 * Math.max(1, Math.abs(expected[t]!)),
      );
    });
  };
  const expected = termsOneByOne(system, eta, weights);
  near(energies, expected.energies);
  near(norms, expected.norms);
  expect(system.termEnergies(eta, { weights })).toEqual(energies);
  expect(system.termNorms(eta, { weights })).toEqual(norms);
  const [plain, watched] = [new Float64Array(system.size), new Float64Array(system.size)];
  const along = { energies: new Float64Array(norms.length), norms: new Float64Array(norms.length) };
  const energy = system.gradient(eta, { weights }, watched, along);
  expect(energy).toBe(system.gradient(eta, { weights }, plain));
  expect(watched).toEqual(plain);
  near(along.energies, energies);
  near(along.norms, norms);
}

test('the sums are the energies and norms of the terms, for every family, third parties included, under any weights', () => {
  holds(
    fc.property(specs(everyFamily), fc.double({ min: 0, max: 3, noNaN: true }), (spec, factor) => {
      for (const backend of ['wasm', 'js'] as const) {
        const system = compile(systemOf(spec), { backend });
        const eta = Float64Array.from(spec.eta);
        expectSums(system, eta, system.unit.weights);
        expectSums(
          system,
          eta,
          system.unit.weights.map((weight, t) => weight * factor * (t + 0.5)),
        );
      }
    }),
    100,
  );
});

test('the sums are those of large systems, a third party beside the built-in families', () => {
  const system = compile(crowd(700, { foreign: 50 }));
  expectSums(system, placeIn(700), system.unit.weights);
});

test('events have them, and who needs them at every step changes nothing of the run', () => {
  const system = compile(crowd(300));
  const eta0 = placeIn(300);
  for (const method of [auto(), descent({ search: backtracking() }), fista()]) {
    const plan = { method, guard: monotone(), stop: maxSteps({ steps: 12 }) };
    const heard: TermSums[] = [];
    const asked: TermSums[] = [];
    const watcher = Object.assign((event: StepEvent) => void heard.push(event.termSums), {
      needs: ['termSums'] as const,
    });
    const watched = relax(system, eta0, { ...plan, observers: [watcher] });
    const plain = relax(system, eta0, { ...plan, observers: [(event) => void asked.push(event.termSums)] });
    expect(writeState(watched.state)).toBe(writeState(plain.state));
    expect(heard).toHaveLength(watched.steps);
    heard.forEach(({ energies, norms }, k) => {
      energies.forEach((energy, t) => expect(energy).toBeCloseTo(asked[k]!.energies[t]!, 10));
      norms.forEach((norm, t) => expect(norm).toBeCloseTo(asked[k]!.norms[t]!, 10));
    });
  }
});

test('who only borrows an event hears the same; beside one who keeps it, both hear of copies', () => {
  const system = compile(crowd(300));
  const plan = { method: auto(), guard: monotone(), stop: maxSteps({ steps: 12 }) };
  const told: string[] = [];
  const borrower = Object.assign(
    ({ eta, termSums, unitEnergy }: StepEvent) => {
      told.push(JSON.stringify([[...eta], [...termSums.energies], [...termSums.norms], unitEnergy]));
    },
    { needs: ['termSums'] as const, borrows: true },
  );
  const kept: StepEvent[] = [];
  const alone = relax(system, placeIn(300), { ...plan, observers: [borrower] });
  const beside = relax(system, placeIn(300), { ...plan, observers: [borrower, (event) => void kept.push(event)] });
  expect(writeState(alone.state)).toBe(writeState(beside.state));
  for (const event of kept) borrower(event);
  const { steps } = alone;
  expect(told).toHaveLength(3 * steps);
  expect(told.slice(steps, 2 * steps)).toEqual(told.slice(0, steps));
  expect(told.slice(2 * steps)).toEqual(told.slice(0, steps));
});

test('a system without squared gaps has them too', () => {
  const system = compile(defineSystem({ modules: { a: landau({ a: 1, b: 2, h: 0.3 }) } }));
  expectSums(system, Float64Array.of(0.5), system.unit.weights);
});

test('a family that gives no number is named', () => {
  const broken = defineModule({
    name: 'BrokenModule',
    meaning: 'its slope is no number',
    options: {},
    eta: (input: number) => input,
    energy: () => 0,
    slope: () => NaN,
  });
  const system = compile(defineSystem({ modules: { a: broken() } }));
  expect(() => system.termSums(Float64Array.of(0.5), system.unit)).toThrow(/ENERGY_INVALID.*BrokenModule/);
});
