import { expect, test } from 'vitest';
import { corrupted } from '../src/compare.js';
import { confirm } from '../src/confirm.js';
import { HALF, seattle, stretch } from '../src/data.js';
import { plantAll } from '../src/faults.js';
import { decide, factors, pricedAt } from '../src/gates.js';
import { parameters } from '../src/parameters.js';
import { settle, daysAround, workOn } from '../src/settle.js';
import { modelOf } from '../src/system.js';

const truth = seattle();
const model = modelOf(stretch(corrupted(truth, plantAll(truth, 1)), 0, HALF), parameters);
const { eta, stages } = decide(model, parameters);

test('the price falls by a fifth from stage to stage and ends at 1', () => {
  const list = factors(parameters);
  expect(list[0]).toBe(8);
  expect(list[1]).toBeCloseTo(6.4, 12);
  expect(list.at(-1)).toBe(1);
});

test('the energy never rises inside a stage, nor from stage to stage as the price is lowered', () => {
  for (const { before, after } of stages) expect(after).toBeLessThanOrEqual(before);
  stages.slice(1).forEach(({ before }, k) => expect(before).toBeLessThanOrEqual(stages[k]!.after));
});

test('every gate ends open or closed, and the moves that were added up are the energy', () => {
  expect(eta.slice(model.days).every((gate) => gate === 0 || gate === 1)).toBe(true);
  const work = workOn(model, eta.slice(), pricedAt(model, 3));
  const env = pricedAt(model, 3);
  const before = model.system.energy(work.eta, env);
  const change =
    work.move(model.days + 40, 1 - work.eta[model.days + 40]!) + settle(work, daysAround(40, model.days, 12), 1e-9);
  expect(model.system.energy(work.eta, env) - before).toBeCloseTo(change, 10);
});

test('no flip of a gate lowers the energy any more', () => {
  const env = model.system.unit;
  for (let i = 0; i < model.days; i += 7) {
    const work = workOn(model, eta.slice(), env);
    const change =
      work.move(model.days + i, 1 - eta[model.days + i]!) + settle(work, daysAround(i, model.days, 40), 1e-7);
    expect(change).toBeGreaterThan(-1e-8);
  }
});

test('descent of days and gates together finds nothing left to gain', () => {
  const { outcome, fall, moved } = confirm(model, eta);
  expect(outcome).toBe('converged');
  expect(fall).toBeGreaterThanOrEqual(0);
  expect(fall).toBeLessThan(1e-10);
  expect(moved).toBeLessThan(1e-5);
});
