import { describe, expect, test } from 'vitest';
import {
  type Guard,
  type Plan,
  type StepEvent,
  advance,
  begin,
  compile,
  coordinate,
  descent,
  fixedStep,
  maxSteps,
  proximal,
  relax,
  writeState,
} from '../../src/index.js';
import { problems } from '../../src/testing/index.js';
import { guards, methods, weighings } from '../support/plans.js';
import { mixed, mixedStart } from '../support/mixed.js';

const combinations = Object.keys(methods).flatMap((method) =>
  Object.keys(guards).map((guard) => [method, guard] as const),
);

/** The plan of a combination, for `steps` steps. */
const planOf = (method: string, guard: string, weighing: string, steps: number): Plan => ({
  method: methods[method]!,
  ...guards[guard],
  ...weighings[weighing],
  stop: maxSteps({ steps }),
  seed: 11,
});

describe('advance changes nothing that it is given', () => {
  test.each(combinations)('%s with %s', (method, guard) => {
    for (const weighing of Object.keys(weighings)) {
      const plan = planOf(method, guard, weighing, 8);
      const start = Float64Array.from(mixedStart);
      let state = begin(mixed, start, plan);
      while (state.outcome === null) {
        const before = writeState(state);
        const next = advance(mixed, plan, state);
        expect(writeState(state), weighing).toBe(before);
        expect(writeState(advance(mixed, plan, state).state), weighing).toBe(writeState(next.state));
        state = next.state;
      }
      expect(start).toEqual(mixedStart);
    }
  });
});

test('every method ends on every problem, with and without a guard, with a sentence as its reason', () => {
  for (const { system, eta0 } of problems) {
    const compiled = compile(system());
    for (const [method, guard] of combinations) {
      const solution = relax(compiled, eta0, planOf(method, guard, 'fixed weights', 30));
      expect(['converged', 'stopped', 'refused']).toContain(solution.outcome);
      expect(solution.reason).toMatch(/^\S+( \S+){2,}$/);
      expect(solution.vector.every((eta) => eta >= 0 && eta <= 1)).toBe(true);
    }
  }
});

/** Refuses everything at some iterations, whatever it is. */
const refusing = (...iterations: readonly number[]): Guard => ({
  check: (task) =>
    iterations.includes(task.iteration) ? { accept: false, reason: 'not this time' } : { accept: true },
});

describe('a refused step leaves no trace', () => {
  const memoryless = {
    descent: descent({ search: fixedStep({ step: 0.1 }) }),
    coordinate: coordinate(),
    proximal: proximal(),
  };

  test.each(Object.entries(memoryless))('%s goes on as if nothing had been', (_name, method) => {
    const events: StepEvent[] = [];
    const stubborn = { ...method, refused: (state: unknown) => state ?? 0 };
    const plan = (steps: number, guard: Guard): Plan => ({ method: stubborn, guard, stop: maxSteps({ steps }) });
    const observers = [(event: StepEvent) => events.push(event)];
    const broken = relax(mixed, mixedStart, { ...plan(8, refusing(2, 3, 5)), observers });
    const smooth = relax(mixed, mixedStart, plan(5, refusing()));
    expect(broken.state.point).toEqual(smooth.state.point);
    expect(broken.state.accepted).toBe(5);
    const refused = events.filter(({ accepted }) => !accepted);
    expect(refused.map(({ step, change, reason }) => [step, change, reason])).toEqual([
      [3, 0, 'not this time'],
      [4, 0, 'not this time'],
      [6, 0, 'not this time'],
    ]);
    for (const { step, eta, energy } of refused) {
      expect(eta).toEqual(events[step - 2]!.eta);
      expect(energy).toBe(events[step - 2]!.energy);
    }
  });

  test.each(Object.keys(methods))('%s returns the point where it stood', (name) => {
    const plan = { ...planOf(name, 'no guard', 'fixed weights', 9), guard: refusing(0, 1, 2, 3, 4, 5, 6, 7, 8) };
    const solution = relax(mixed, mixedStart, plan);
    expect(solution.vector).toEqual(mixedStart);
    expect(solution.energy).toBe(mixed.energy(mixedStart, mixed.unit));
    expect(solution.state.accepted).toBe(0);
  });

  test('the run ends with the reason of the refusal where nothing else can be tried', () => {
    const solution = relax(mixed, mixedStart, { method: memoryless.descent, guard: refusing(1) });
    expect(solution).toMatchObject({ outcome: 'refused', reason: 'not this time', steps: 2 });
  });
});

test('the pieces of a step are asked in order: method, guard, stop, adapter, schedule', () => {
  const asked: string[] = [];
  const hear = <T>(name: string, answer: T): T => (asked.push(name), answer);
  const inner = descent({ search: fixedStep({ step: 0.1 }) });
  const plan: Plan = {
    method: { ...inner, step: (...given) => hear('method', inner.step(...given)) },
    guard: {
      check: ({ iteration }) => hear('guard', iteration === 0 ? { accept: true } : { accept: false, reason: 'no' }),
    },
    stop: { init: () => null, check: () => hear('stop', { state: null, verdict: null }) },
    adapter: { needs: [], init: () => null, adapt: ({ multipliers }) => hear('adapter', { multipliers, state: null }) },
    schedule: { init: () => null, weights: (_i, terms) => hear('schedule', new Float64Array(terms.length).fill(1)) },
  };
  const state = begin(mixed, mixedStart, plan);
  asked.length = 0;
  const next = advance(mixed, plan, state);
  expect(asked).toEqual(['method', 'guard', 'stop', 'adapter', 'schedule']);
  asked.length = 0;
  advance(mixed, plan, next.state);
  expect(asked).toEqual(['method', 'guard', 'stop', 'schedule']);
});
