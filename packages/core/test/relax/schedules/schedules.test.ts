import { expect, test } from 'vitest';
import {
  type CompiledSystem,
  type Guard,
  type Schedule,
  type StepEvent,
  backingOff,
  begin,
  compile,
  defineSchedule,
  defineSystem,
  descent,
  fixedStep,
  gradientBelow,
  landau,
  maxSteps,
  quadratic,
  ramp,
  relax,
} from '../../../src/index.js';
import { errorOf } from '../../support/errors.js';
import { mixed, mixedStart } from '../../support/mixed.js';

const { terms } = mixed;
const at = (schedule: Schedule, iteration: number, state = schedule.init(terms)): number[] => [
  ...schedule.weights(iteration, terms, state),
];
const [LOCAL, QUADRATIC, HINGE] = [0, 1, 2];

test('Ramp takes couplings from their start to 1 in equal parts and leaves local terms alone', () => {
  const schedule = ramp({ start: 0.2, steps: 4 });
  expect(at(schedule, 0)).toEqual([1, 0.2, 0.2, 0.2, 0.2, 0.2]);
  expect(at(schedule, 1)[QUADRATIC]).toBeCloseTo(0.4, 15);
  expect(at(schedule, 3)[QUADRATIC]).toBeCloseTo(0.8, 15);
  for (const late of [4, 5, 1000]) expect(at(schedule, late)).toEqual([1, 1, 1, 1, 1, 1]);
});

test('Ramp multiplies the common start by the start of a single term, local ones too', () => {
  const schedule = ramp({
    start: 0.5,
    steps: 2,
    terms: { 'local:LandauModule': 0, 'coup:DirectedHingeCoupling': 0.4 },
  });
  expect(at(schedule, 0)[LOCAL]).toBe(0);
  expect(at(schedule, 0)[HINGE]).toBeCloseTo(0.5 * 0.4, 15);
  expect(at(schedule, 1)[LOCAL]).toBe(0.5);
  expect(at(schedule, 1)[HINGE]).toBeCloseTo(0.75 * 0.7, 15);
  expect(at(schedule, 1)[QUADRATIC]).toBe(0.75);
});

test('Ramp refuses a term that the system does not have, when the run begins', () => {
  const typo = ramp({ terms: { 'coup:QuadraticCouplin': 0.2 } });
  for (const schedule of [typo, backingOff({ schedule: typo })]) {
    const error = errorOf(() => begin(mixed, mixedStart, { method: descent(), schedule }));
    expect(error).toMatchObject({ code: 'NAME_UNKNOWN', what: 'no term "coup:QuadraticCouplin"', where: 'Ramp.terms' });
    expect(error.fix).toMatch(/^Did you mean "coup:QuadraticCoupling"\? Known: local:LandauModule, /);
  }
});

test('the loop multiplies base weights by the schedule of the iteration', () => {
  const weights: number[] = [];
  const observers = [(event: StepEvent) => weights.push(event.weights[QUADRATIC]!)];
  const plan = { method: descent({ search: fixedStep() }), schedule: ramp({ start: 0, steps: 4 }), observers };
  relax(mixed, mixedStart, { ...plan, stop: maxSteps({ steps: 6 }) });
  expect(weights).toEqual([0, 0.375, 0.75, 1.125, 1.5, 1.5]); // the base weight is 1.5
});

test('BackingOff halves the start after every refusal, down to the floor, and then gives up', () => {
  const schedule: Schedule = backingOff({ schedule: ramp({ start: 0.8, steps: 10 }), factor: 0.5, floor: 0.15 });
  let state = schedule.init(terms);
  const starts = [at(schedule, 0)[QUADRATIC]!];
  for (;;) {
    const next: unknown = schedule.refused!(state, terms);
    if (next === null) break;
    state = next;
    starts.push(at(schedule, 0, state)[QUADRATIC]!);
  }
  [0.8, 0.4, 0.2, 0.15].forEach((start, k) => expect(starts[k]).toBeCloseTo(start, 15));
  expect(starts).toHaveLength(4);
  expect(at(schedule, 5, state)[QUADRATIC]).toBeCloseTo(0.15 + 0.85 / 2, 15);
  expect(at(schedule, 10, state)).toEqual([1, 1, 1, 1, 1, 1]);
});

test('BackingOff waits for as many refusals as its patience', () => {
  const schedule: Schedule = backingOff({ schedule: ramp({ start: 0.8 }), patience: 3 });
  let state = schedule.init(terms);
  const starts = [0, 1, 2].map(() => {
    state = schedule.refused!(state, terms);
    return at(schedule, 0, state)[QUADRATIC]!;
  });
  expect(starts[0]).toBe(0.8);
  expect(starts[1]).toBe(0.8);
  expect(starts[2]).toBeCloseTo(0.4, 15);
});

test('BackingOff gives up at once where no term starts below 1', () => {
  const schedule: Schedule = backingOff({ schedule: ramp() });
  expect(schedule.refused!(schedule.init(terms), terms)).toBeNull();
});

test('in a run, refusals lower the weights until there is nothing left to lower', () => {
  const low = defineSchedule({
    name: 'Low',
    meaning: 'couplings at 0.8 for ever',
    options: {},
    make: () => ({
      init: () => null,
      weights: (_iteration, all) => Float64Array.from(all, ({ kind }) => (kind === 'coup' ? 0.8 : 1)),
    }),
  });
  const shares: number[] = [];
  const never: Guard = { check: () => ({ accept: false, reason: 'never' }) };
  const schedule = backingOff({ schedule: low(), floor: 0.1 });
  const observers = [(event: StepEvent) => shares.push(event.weights[QUADRATIC]! / 1.5)];
  const plan = { method: descent({ search: fixedStep() }), guard: never, schedule, observers };
  expect(relax(mixed, mixedStart, plan)).toMatchObject({ outcome: 'refused', reason: 'never', steps: 4 });
  [0.8, 0.4, 0.2, 0.1].forEach((share, k) => expect(shares[k]).toBeCloseTo(share, 14));
});

test('while a schedule still moves the weights no run counts as converged or stuck', () => {
  const still = landauAlone();
  const plan = { method: descent({ search: fixedStep() }), schedule: ramp({ start: 0, steps: 5 }) };
  const [at, far] = [Float64Array.of(0, 1), gradientBelow({ norm: 1e-6 })];
  expect(relax(still, at, { ...plan, stop: far }).steps).toBeGreaterThanOrEqual(5);
  expect(relax(still, at, { ...plan, stop: far }).outcome).toBe('converged');
  expect(relax(still, at, { ...plan, stop: maxSteps({ steps: 2 }) })).toMatchObject({ outcome: 'stopped', steps: 2 });
});

/** Two modules without an energy of their own: without their coupling every point is stationary. */
function landauAlone(): CompiledSystem {
  const nothing = landau({ a: 0, b: 0 });
  const couplings = [{ use: quadratic(), between: ['x', 'y'] as const }];
  return compile(defineSystem({ modules: { x: nothing, y: nothing }, couplings }));
}
