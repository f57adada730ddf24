import { expect, test } from 'vitest';
import {
  type Limit,
  type Method,
  type Ray,
  type Search,
  type Transform,
  backtracking,
  compile,
  defineLimit,
  defineSystem,
  descent,
  fixedStep,
  landau,
  maxSteps,
  monotone,
  relax,
} from '../../../src/index.js';
import { taskAt } from '../../support/task.js';

/** η² at 0.8: slope 1.6, so that a step of t leads to 0.8 - 1.6 t and one below 1 lowers the energy. */
const parabola = compile(defineSystem({ modules: { only: landau({ a: 1, b: 0 }) } }));
const { task, from } = taskAt(parabola, Float64Array.of(0.8));
const ray = (longest = Infinity): Ray => ({
  longest,
  at: (step) => Float64Array.of(Math.max(0, 0.8 - 1.6 * step)),
  promise: (eta) => 1.6 * (0.8 - eta[0]!),
});

test('FixedStep takes its step, or the limit where that is shorter', () => {
  expect(fixedStep({ step: 0.1 }).pick(task, from, ray())).toMatchObject({
    step: 0.1,
    tries: 0,
    to: { eta: Float64Array.of(0.64) },
  });
  expect(fixedStep({ step: 0.1 }).pick(task, from, ray(0.05)).step).toBe(0.05);
  expect(fixedStep({ step: 0.1 }).pick(task, from, ray(0))).toEqual({ to: null, step: 0, tries: 0 });
});

test('Backtracking takes the first step that keeps the promised share', () => {
  // E falls by 2.56 (t - t²) and the promise is 2.56 t: the share kept is 1 - t.
  const pick = (decrease: number) =>
    backtracking({ initial: 0.4, shrink: 0.5, decrease, tries: 5 }).pick(task, from, ray());
  expect(pick(0)).toMatchObject({ step: 0.4, tries: 0 });
  expect(pick(0.7)).toMatchObject({ step: 0.2, tries: 1 });
  expect(pick(0.89)).toMatchObject({ step: 0.1, tries: 2 });
});

test('Backtracking begins at the limit where that is shorter', () => {
  expect(backtracking({ initial: 0.4 }).pick(task, from, ray(0.3)).step).toBe(0.3);
  expect(backtracking({ initial: 0.4 }).pick(task, from, ray(0))).toMatchObject({ to: null, step: 0 });
});

test('Backtracking finds nothing rather than take a step that does not qualify', () => {
  const search = backtracking({ initial: 0.4, decrease: 0.999, tries: 3 });
  expect(search.pick(task, from, ray())).toEqual({ to: null, step: 0, tries: 4 });
});

test('a run whose search finds nothing is refused with a sentence, at the point where it stood', () => {
  const method = descent({ search: backtracking({ initial: 0.4, decrease: 0.999, tries: 3 }) });
  const solution = relax(parabola, Float64Array.of(0.8), { method, guard: monotone() });
  expect(solution).toMatchObject({ outcome: 'refused', steps: 1 });
  expect(solution.reason).toBe(
    'the search found no lower energy in 4 tries, at a projected gradient of 8.00e-1: ' +
      'shorten the first step (initial), allow more tries, or use another method',
  );
  expect(solution.vector).toEqual(Float64Array.of(0.8));
});

test('a run that pushes against the wall only is converged', () => {
  const pushed = compile(defineSystem({ modules: { only: landau({ a: 1, b: 0, h: 3 }) } }));
  for (const search of [backtracking({ initial: 1 }), fixedStep({ step: 1 })]) {
    const solution = relax(pushed, Float64Array.of(0.2), {
      method: descent({ search }),
      stop: maxSteps({ steps: 50 }),
    });
    expect(solution).toMatchObject({ outcome: 'converged', reason: 'the projected gradient is 0', steps: 2 });
    expect(solution.vector).toEqual(Float64Array.of(1));
  }
});

test('a step that is lost in rounding, or that the limit forbids, is told as such', () => {
  const lost = relax(parabola, Float64Array.of(0.8), { method: descent({ search: fixedStep({ step: 1e-20 }) }) });
  expect(lost).toMatchObject({
    outcome: 'refused',
    reason: 'the step is lost in rounding, at a projected gradient of 8.00e-1',
  });
  const none = defineLimit({
    name: 'None',
    meaning: 'allows nothing',
    options: {},
    make: () => ({ longest: () => ({ longest: 0, safe: 0, facts: {}, warnBelow: -1 }) }),
  });
  const held = relax(parabola, Float64Array.of(0.8), { method: descent({ limit: none() }) });
  expect(held).toMatchObject({ outcome: 'refused', reason: 'the limit allows no step at all' });
});

test('a search that tried nothing is not blamed for what it did not try', () => {
  const reasonOf = (method: Method) => relax(parabola, Float64Array.of(0.8), { method }).reason;
  const uphill: Transform = { init: () => null, apply: (direction) => [direction.map((x) => -x), null] };
  const idle: Search = { pick: () => ({ to: null, step: 0, tries: 0 }) };
  const walled: Limit = { longest: () => ({ longest: Float64Array.of(0), safe: 0, facts: {}, warnBelow: -1 }) };
  const slots = { transform: uphill, search: idle, limit: walled };
  const { transform, search, limit } = Object.fromEntries(
    Object.entries(slots).map(([slot, piece]) => [slot, { ...piece, slot, name: slot, options: {} }]),
  ) as unknown as { transform: Transform; search: Search; limit: Limit };
  const here = 'at a projected gradient of 8.00e-1';
  expect(reasonOf(descent({ search: fixedStep(), transforms: [transform] }))).toBe(
    `the direction does not lead downhill, ${here}: use another transform, geometry or method`,
  );
  expect(reasonOf(descent({ search: fixedStep(), limit }))).toBe('the limit allows no step at all');
  expect(reasonOf(descent({ search }))).toBe(`the search found no step, ${here}: use another search`);
});
