import { describe, expect, test } from 'vitest';
import {
  EnergyCoordinator,
  type Solution,
  type StepEvent,
  compile,
  defineSystem,
  descent,
  fixedStep,
  landau,
  maxSteps,
  monotone,
  quadratic,
  relax,
} from '../../src/index.js';
import { codeOf } from '../support/errors.js';

const source = defineSystem({
  modules: { x: landau({ a: 1, b: 0 }), y: landau({ a: 0.5, b: 0 }) },
  couplings: [{ use: quadratic(), between: ['x', 'y'] }],
  weights: { 'coup:QuadraticCoupling': 2 },
});
const plan = {
  method: descent({ search: fixedStep({ step: 0.05 }) }),
  guard: monotone(),
  stop: maxSteps({ steps: 4 }),
};
const coordinator = (eta0?: Record<string, number>) => new EnergyCoordinator(source, plan, eta0);

test('it begins at 0, or at the order parameters given', () => {
  expect(coordinator().eta).toEqual(Float64Array.of(0, 0));
  expect(coordinator({ y: 0.25, x: 0.5 }).eta).toEqual(Float64Array.of(0.5, 0.25));
  expect(codeOf(() => coordinator({ x: 2, y: 0 }))).toBe('INPUT_INVALID');
});

test('computeEtas reads all inputs and holds what it read', () => {
  const one = coordinator();
  expect(one.computeEtas({ x: 0.5, y: 1 })).toEqual(Float64Array.of(0.5, 1));
  expect(one.eta).toEqual(Float64Array.of(0.5, 1));
});

test('energy is the unit-weight energy of what it holds, or of others', () => {
  const one = coordinator({ x: 0.5, y: 1 });
  expect(one.energy()).toBeCloseTo(0.25 + 0.5 + 2 * 0.25, 14);
  expect(one.energy(Float64Array.of(0, 1))).toBeCloseTo(0.5 + 2, 14);
  expect(codeOf(() => one.energy(Float64Array.of(0, 2)))).toBe('INPUT_INVALID');
});

test('relax does what the pure function does and holds the result', () => {
  const one = coordinator({ x: 0.5, y: 1 });
  const expected = relax(compile(source), Float64Array.of(0.5, 1), plan);
  expect(one.relax().vector).toEqual(expected.vector);
  expect(one.eta).toEqual(expected.vector);
  const further = relax(compile(source), expected.vector, plan);
  expect(one.relax().vector).toEqual(further.vector);
});

test('relax takes another plan for once', () => {
  const one = coordinator({ x: 0.5, y: 1 });
  const short = { ...plan, stop: maxSteps({ steps: 1 }) };
  expect(one.relax(short)).toMatchObject({ steps: 1 });
  expect(one.relax()).toMatchObject({ steps: 4 });
  // @ts-expect-error -- no such piece
  expect(codeOf(() => one.relax({ ...plan, method: 'descent' }))).toBe('OPTION_INVALID');
});

test('update reads one input anew and relaxes all residuals below the tolerance', () => {
  const one = coordinator({ x: 0.5, y: 1 });
  const settled = one.update('y', 0.2);
  expect(settled).toMatchObject({ moved: ['y', 'x'], by: 'local' });
  expect(one.residual()).toBeLessThanOrEqual(1e-6);
  const before = one.eta;
  expect(codeOf(() => one.update('y', 7))).toBe('INPUT_INVALID');
  expect(one.eta).toEqual(before);
});

describe('listening', () => {
  test('step hears every step, accepted the accepted ones, solution the end', () => {
    const refusing = {
      check: (task: { iteration: number }) =>
        task.iteration === 2 ? ({ accept: false, reason: 'no' } as const) : ({ accept: true } as const),
    };
    const one = new EnergyCoordinator(source, { ...plan, guard: refusing }, { x: 0.5, y: 1 });
    const heard: { steps: StepEvent[]; accepted: StepEvent[]; ends: Solution[] } = {
      steps: [],
      accepted: [],
      ends: [],
    };
    one.on('step', (event) => heard.steps.push(event));
    one.on('accepted', (event) => heard.accepted.push(event));
    one.on('solution', (solution) => heard.ends.push(solution));
    const solution = one.relax();
    expect(heard.steps.map(({ step, accepted }) => [step, accepted])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect(heard.accepted).toEqual(heard.steps.slice(0, 2));
    expect(heard.ends).toEqual([solution]);
    expect(heard.ends[0]).toBe(solution);
  });

  test('the returned function ends it, for that listener alone', () => {
    const one = coordinator({ x: 0.5, y: 1 });
    const heard = [0, 0];
    const end = one.on('step', () => heard[0]!++);
    one.on('step', () => heard[1]!++);
    one.relax();
    end();
    end();
    one.relax();
    expect(heard).toEqual([4, 8]);
  });

  test('observers of the plan hear the same events', () => {
    const observed: StepEvent[] = [];
    const one = new EnergyCoordinator(
      source,
      { ...plan, observers: [(event) => observed.push(event)] },
      { x: 0.5, y: 1 },
    );
    const heard: StepEvent[] = [];
    one.on('step', (event) => heard.push(event));
    one.relax();
    expect(heard).toHaveLength(4);
    heard.forEach((event, k) => expect(event).toBe(observed[k]));
  });

  test('an event that does not exist is an error', () => {
    expect(codeOf(() => coordinator().on('stop' as 'step', () => undefined))).toBe('NAME_UNKNOWN');
  });
});
