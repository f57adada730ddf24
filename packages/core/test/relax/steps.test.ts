import { expect, test } from 'vitest';
import { type Plan, type StepEvent, maxSteps, relax, steps } from '../../src/index.js';
import { methods, weighings } from '../support/plans.js';
import { mixed, mixedStart } from '../support/mixed.js';

const plan: Plan = { method: methods['tangent noise']!, ...weighings['Ramp'], stop: maxSteps({ steps: 9 }), seed: 4 };

test('steps yields the very events that observers hear, and returns the solution', () => {
  const heard: StepEvent[] = [];
  const yielded: StepEvent[] = [];
  const run = steps(mixed, mixedStart, { ...plan, observers: [(event) => heard.push(event)] });
  let next = run.next();
  for (; next.done !== true; next = run.next()) yielded.push(next.value);
  expect(yielded).toHaveLength(9);
  yielded.forEach((event, k) => expect(event).toBe(heard[k]));
  expect(yielded.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(next.value.vector).toEqual(relax(mixed, mixedStart, plan).vector);
});

test('breaking out of the loop stops the run', () => {
  let heard = 0;
  for (const event of steps(mixed, mixedStart, { ...plan, observers: [() => heard++] })) if (event.step === 3) break;
  expect(heard).toBe(3);
});

test('an event tells the energy under the weights of its step, and the unit-weight energy', () => {
  const seen = [...steps(mixed, mixedStart, plan)];
  for (const { eta, weights, energy, unitEnergy } of seen) {
    expect(energy).toBe(mixed.energy(eta, { weights }));
    expect(unitEnergy).toBe(mixed.energy(eta, mixed.unit));
  }
  expect(seen[0]!.weights).not.toEqual(mixed.unit.weights);
  expect(seen[8]!.weights).toEqual(mixed.unit.weights);
});

test('a solution tells order parameters by id, weights by key and the unit-weight energy', () => {
  const solution = relax(mixed, mixedStart, plan);
  expect(Object.keys(solution.eta)).toEqual(mixed.ids);
  expect(Object.values(solution.eta)).toEqual([...solution.vector]);
  expect(Object.keys(solution.weights)).toEqual(mixed.terms.map(({ key }) => key));
  expect(solution.unitEnergy).toBe(mixed.energy(solution.vector, mixed.unit));
});

test('the same seed gives the same bits, another seed another path', () => {
  const ends = [4, 4, 5].map((seed) => relax(mixed, mixedStart, { ...plan, seed }).vector);
  expect(ends[1]).toEqual(ends[0]);
  expect(ends[2]).not.toEqual(ends[0]);
});

test('order parameters to begin with may be given by id', () => {
  const byId = Object.fromEntries(mixed.ids.map((id, i) => [id, mixedStart[i]!]));
  expect(relax(mixed, byId, plan).vector).toEqual(relax(mixed, mixedStart, plan).vector);
});
