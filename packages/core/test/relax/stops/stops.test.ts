import { expect, test } from 'vitest';
import {
  type Stop,
  allOf,
  anyOf,
  compile,
  defineSystem,
  descent,
  fixedStep,
  gradientBelow,
  landau,
  maxSteps,
  relax,
  stalled,
} from '../../../src/index.js';
import { errorOf } from '../../support/errors.js';

const parabola = compile(defineSystem({ modules: { only: landau({ a: 1, b: 0, h: 0.6 }) } }));
const start = Float64Array.of(0.9);
const run = (stop: Stop) => relax(parabola, start, { method: descent({ search: fixedStep({ step: 0.25 }) }), stop });

test('MaxSteps(0) ends the run before the first step, without convergence', () => {
  expect(run(maxSteps({ steps: 0 }))).toMatchObject({ outcome: 'stopped', steps: 0, reason: '0 steps are done' });
  expect(run(maxSteps({ steps: 3 }))).toMatchObject({ outcome: 'stopped', steps: 3 });
});

test('GradientBelow means convergence, and is asked at the start too', () => {
  const solution = run(gradientBelow({ norm: 1e-3 }));
  expect(solution.outcome).toBe('converged');
  expect(solution.reason).toMatch(/the projected gradient is .*, at most 0.001/);
  // The gradient 2 (η - 0.3) halves with every step of 1/4: 1.2 / 2^k <= 1e-3 first at k = 11.
  expect(solution.steps).toBe(11);
  expect(run(gradientBelow({ norm: 1.2 })).steps).toBe(0);
});

test('Stalled counts steps in a row that gain too little, and is no convergence', () => {
  // The energy falls by 0.27 / 4^k in step k + 1: below 1e-3 from k = 5 on, so three times at step 8.
  const solution = run(stalled({ drop: 1e-3, patience: 3 }));
  expect(solution).toMatchObject({ outcome: 'stopped', steps: 8 });
  expect(solution.reason).toBe('the energy fell by less than 0.001 for 3 steps');
});

test('AnyOf stops with the first rule, for its reason', () => {
  expect(run(anyOf({ of: [maxSteps({ steps: 4 }), gradientBelow({ norm: 1e-3 })] })).reason).toBe('4 steps are done');
  expect(run(anyOf({ of: [maxSteps({ steps: 40 }), gradientBelow({ norm: 1e-3 })] })).steps).toBe(11);
});

test('AnyOf reports convergence where one of the rules that stop means it', () => {
  const both = [maxSteps({ steps: 11 }), gradientBelow({ norm: 1e-3 })];
  expect(run(anyOf({ of: both })).outcome).toBe('converged');
  expect(run(anyOf({ of: [...both].reverse() })).outcome).toBe('converged');
});

test('AllOf waits for all rules at one step, and converges only where all of them do', () => {
  const later = run(allOf({ of: [maxSteps({ steps: 4 }), gradientBelow({ norm: 1e-3 })] }));
  expect(later).toMatchObject({ outcome: 'stopped', steps: 11 });
  expect(later.reason).toMatch(/^4 steps are done and the projected gradient is/);
  const all = run(allOf({ of: [gradientBelow({ norm: 1e-2 }), gradientBelow({ norm: 1e-3 })] }));
  expect(all).toMatchObject({ outcome: 'converged', steps: 11 });
});

test('AllOf and AnyOf of nothing are refused: they would never stop', () => {
  for (const [name, many] of [['AllOf', allOf] as const, ['AnyOf', anyOf] as const]) {
    expect(errorOf(() => many({ of: [] })).message).toBe(
      `OPTION_INVALID: a list of 0 is not a list of 1 or more pieces of the slot "stop" (at ${name}.of). ` +
        'Give a list of 1 or more pieces of the slot "stop".',
    );
    expect(errorOf(() => (many as unknown as () => unknown)()).what).toBe('the option "of" is needed');
  }
});

test('rules inside AnyOf and AllOf keep their own memories', () => {
  const nested = anyOf({
    of: [allOf({ of: [stalled({ drop: 1e-3, patience: 3 }), maxSteps({ steps: 1 })] }), maxSteps({ steps: 30 })],
  });
  expect(run(nested).steps).toBe(8);
});

test('a stop rule and a refusal at the same step: convergence is reported where either means it', () => {
  const refuse = { check: () => ({ accept: false, reason: 'never' }) as const };
  const method = descent({ search: fixedStep({ step: 0.25 }) });
  const stopped = relax(parabola, start, { method, guard: refuse, stop: maxSteps({ steps: 1 }) });
  expect(stopped).toMatchObject({ outcome: 'refused', reason: 'never' });
  const late: Stop = {
    init: () => null,
    check: ({ steps }) => ({
      state: null,
      verdict: steps === 0 ? null : { reason: 'it is good enough', converged: true },
    }),
  };
  expect(relax(parabola, start, { method, guard: refuse, stop: late })).toMatchObject({
    outcome: 'converged',
    reason: 'it is good enough',
  });
});
