import { describe, expect, test } from 'vitest';
import {
  type Plan,
  advance,
  begin,
  maxSteps,
  proceed,
  readState,
  relax,
  solutionOf,
  stalled,
  allOf,
  writeState,
} from '../../src/index.js';
import { guards, methods, weighings } from '../support/plans.js';
import { mixed, mixedStart } from '../support/mixed.js';
import { codeOf } from '../support/errors.js';

const stop = allOf({ of: [maxSteps({ steps: 12 }), stalled({ patience: 1, drop: 1e9 })] });

describe('a run that goes through JSON at every step ends on the bits of the whole run', () => {
  const cases = Object.keys(methods).flatMap((method) => Object.keys(guards).map((guard) => [method, guard] as const));
  test.each(cases)('%s with %s, under every schedule and adapter', (method, guard) => {
    for (const [name, weighing] of Object.entries(weighings)) {
      const plan: Plan = { method: methods[method]!, ...guards[guard], ...weighing, stop, seed: 5 };
      const whole = relax(mixed, mixedStart, plan);
      let state = readState(writeState(begin(mixed, mixedStart, plan)));
      while (state.outcome === null) state = readState(writeState(advance(mixed, plan, state).state));
      expect(writeState(state), name).toBe(writeState(whole.state));
      expect(solutionOf(mixed, state).eta).toEqual(whole.eta);
    }
  });
});

test('proceed goes on from a state in the middle', () => {
  const plan: Plan = { method: methods['tangent noise']!, stop, seed: 5 };
  let state = begin(mixed, mixedStart, plan);
  for (let k = 0; k < 4; k++) state = advance(mixed, plan, state).state;
  const resumed = proceed(mixed, plan, readState(writeState(state)));
  expect(writeState(resumed.state)).toBe(writeState(relax(mixed, mixedStart, plan).state));
});

test('numbers that JSON cannot write survive', () => {
  const plan: Plan = { method: methods['backtracking']! };
  const odd = [-0, Infinity, -Infinity, NaN, 5e-324, 0.1 + 0.2];
  const state = { ...begin(mixed, mixedStart, plan), method: { odd, vector: Float64Array.from(odd), none: null } };
  const read = readState(writeState(state)).method as { odd: number[]; vector: Float64Array; none: null };
  odd.forEach((value, k) => {
    expect(read.odd[k]).toBe(value);
    expect(read.vector[k]).toBe(value);
  });
  expect(read.vector).toBeInstanceOf(Float64Array);
  expect(read.none).toBeNull();
});

test('a text that holds no state is refused', () => {
  for (const text of ['', '{', '[]', '{}', '{"point":{},"weights":[1]}']) {
    expect(codeOf(() => readState(text))).toBe('INPUT_INVALID');
  }
});
