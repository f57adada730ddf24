import { compile, type Environment } from '@cfc/core';
import { expect, test } from 'vitest';
import { metered, warmStart } from '../src/index.js';
import { codeOf } from './support/errors.js';
import { readings, sensors } from './support/sensors.js';

const system = compile(sensors());
const read = readings(40, 1);
const closed = new Float64Array(40);
const open = new Float64Array(40).fill(1);
const energy = (eta: Float64Array, env: Environment = system.unit): number => system.energy(eta, env);

test('the start with the lowest energy is chosen', () => {
  const near = read.map((value) => 0.9 * value);
  expect(energy(near)).toBeLessThan(energy(read));
  const { eta, chosen, energy: lowest, evaluations } = warmStart(system, read, { closed, near, open });
  expect([chosen, lowest, evaluations]).toEqual(['near', energy(near), 4]);
  expect(Array.from(eta)).toEqual(Array.from(near));
});

test('a bad proposal costs one evaluation, and nothing else', () => {
  expect(energy(open)).toBeGreaterThan(energy(read));
  const meter = metered(system);
  const { eta, chosen } = warmStart(meter.system, read, { open });
  expect(chosen).toBe(null);
  expect(Array.from(eta)).toEqual(Array.from(read));
  expect(meter.passes()).toBe(2); // what was read is compared too; a relaxation takes its gradient anew
});

test('where nobody proposes anything, nothing is evaluated', () => {
  const meter = metered(system);
  expect(warmStart(meter.system, read, { one: null, two: null })).toEqual({
    eta: read,
    energy: null,
    chosen: null,
    evaluations: 0,
  });
  expect(meter.visits()).toBe(0);
});

test('ties go to what was read, then to the earlier proposal', () => {
  expect(warmStart(system, read, { same: read.slice() }).chosen).toBe(null);
  expect(warmStart(system, open, { one: read, two: read.slice() }).chosen).toBe('one');
});

test('energies are compared under the weights of the run', () => {
  const local = { weights: system.unit.weights.map((weight, t) => (system.terms[t]!.kind === 'local' ? weight : 0)) };
  const flat = new Float64Array(40).fill(0.4);
  expect(energy(flat)).toBeLessThan(energy(read));
  expect(energy(flat, local)).toBeGreaterThan(energy(read, local));
  expect(warmStart(system, read, { flat }).chosen).toBe('flat');
  expect(warmStart(system, read, { flat }, local).chosen).toBe(null);
});

test.each([
  ['another number of order parameters', new Float64Array(39)],
  ['NaN', open.map((value, i) => (i === 7 ? NaN : value))],
  ['one above 1', open.map((value) => value + 1e-9)],
])('a proposal with %s is refused by its name', (_what, bad) => {
  expect(codeOf(() => warmStart(system, read, { bad }))).toBe('INPUT_INVALID');
  expect(() => warmStart(system, read, { bad })).toThrow(/proposals\.bad/);
  expect(codeOf(() => warmStart(system, bad, { open }))).toBe('INPUT_INVALID');
});
