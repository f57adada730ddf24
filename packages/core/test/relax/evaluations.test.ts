import { describe, expect, test } from 'vitest';
import { type CompiledSystem, type Plan, advance, begin, maxSteps } from '../../src/index.js';
import { guards, methods, weighings } from '../support/plans.js';
import { mixed, mixedStart } from '../support/mixed.js';

/** The same system, which counts what it is asked. */
function counting(system: CompiledSystem): { system: CompiledSystem; asked: { energy: number; gradient: number } } {
  const asked = { energy: 0, gradient: 0 };
  const counted: CompiledSystem = {
    ...system,
    energy: (...given) => (asked.energy++, system.energy(...given)),
    gradient: (...given) => (asked.gradient++, system.gradient(...given)),
  };
  return { system: counted, asked };
}

describe('the evaluations reported are those made', () => {
  test.each(Object.keys(methods))('%s', (method) => {
    for (const guard of Object.keys(guards)) {
      for (const [name, weighing] of Object.entries(weighings)) {
        const { system, asked } = counting(mixed);
        const plan: Plan = { method: methods[method]!, ...guards[guard], ...weighing, stop: maxSteps({ steps: 15 }) };
        let state = begin(system, mixedStart, plan);
        expect(state.evaluations, `${name} at the start`).toEqual(asked);
        while (state.outcome === null) state = advance(system, plan, state).state;
        expect(state.evaluations, name).toEqual(asked);
      }
    }
  });
});

test('gradient descent of fixed step costs one energy and one gradient for each step', () => {
  const plan: Plan = { method: methods['fixed step']!, stop: maxSteps({ steps: 10 }) };
  let state = begin(mixed, mixedStart, plan);
  while (state.outcome === null) state = advance(mixed, plan, state).state;
  // The first gradient comes with the energy at the start.
  expect(state.evaluations).toEqual({ energy: 10, gradient: 10 });
});

test('coordinate descent asks for one energy with its gradient in all', () => {
  const plan: Plan = { method: methods['coordinate']!, stop: maxSteps({ steps: 10 }) };
  let state = begin(mixed, mixedStart, plan);
  while (state.outcome === null) state = advance(mixed, plan, state).state;
  expect(state.evaluations).toEqual({ energy: 0, gradient: 1 });
});
