import { auto, compile, maxSteps, proceed, ramp, relax } from '@cfc/core';
import { expect, test } from 'vitest';
import { metered, warmStart } from '../src/index.js';
import { codeOf } from './support/errors.js';
import { readings, sensors } from './support/sensors.js';

const system = compile(sensors());
const read = readings(40, 1);
const closed = new Float64Array(40);
const open = new Float64Array(40).fill(1);
const energy = (eta: Float64Array): number => system.energy(eta, system.unit);
const plan = { method: auto(), stop: maxSteps({ steps: 50 }) };

test('the start with the lowest energy is chosen', () => {
  const near = read.map((value) => 0.9 * value);
  expect(energy(near)).toBeLessThan(energy(read));
  const { eta, chosen, state, evaluations } = warmStart(system, read, { closed, near, open }, plan);
  expect([chosen, state.point.energy, evaluations]).toEqual(['near', energy(near), 4]);
  expect(Array.from(eta)).toEqual(Array.from(near));
  const own = relax(system, near, plan);
  expect(Array.from(proceed(system, plan, state).vector)).toEqual(Array.from(own.vector));
});

test('a bad proposal costs one evaluation, and nothing else', () => {
  expect(energy(open)).toBeGreaterThan(energy(read));
  const passes = (proposals: Readonly<Record<string, Float64Array | null>>): number => {
    const meter = metered(system);
    const { state, chosen } = warmStart(meter.system, read, proposals, plan);
    expect(chosen).toBe(null);
    expect(Array.from(proceed(meter.system, plan, state).vector)).toEqual(Array.from(relax(system, read, plan).vector));
    return meter.passes();
  };
  const meter = metered(system);
  relax(meter.system, read, plan);
  expect(passes({ nobody: null })).toBe(meter.passes());
  expect(passes({ open })).toBe(meter.passes() + 1);
  expect(passes({ open, nobody: null, closed: open })).toBe(meter.passes() + 2);
});

test('ties go to what was read, then to the earlier proposal', () => {
  expect(warmStart(system, read, { same: read.slice() }).chosen).toBe(null);
  expect(warmStart(system, open, { one: read, two: read.slice() }).chosen).toBe('one');
});

test('energies are compared under the weights that the run begins with', () => {
  const flat = new Float64Array(40).fill(0.4);
  expect(energy(flat)).toBeLessThan(energy(read));
  expect(warmStart(system, read, { flat }, plan).chosen).toBe('flat');
  // Without couplings nothing is better than what was read, but for the quartic.
  expect(warmStart(system, read, { flat }, { ...plan, schedule: ramp({ start: 0 }) }).chosen).toBe(null);
});

test('where the first weights depend on the start, base weights decide, at one evaluation more for each', () => {
  const adapter = { needs: [], atStart: true, init: () => null, adapt } as const;
  const adapted = { ...plan, adapter };
  const flat = new Float64Array(40).fill(0.4);
  const meter = metered(system);
  const { chosen, evaluations } = warmStart(meter.system, read, { flat }, adapted);
  // For each start: one for the adapter, one under its weights, one under the base weights.
  expect([chosen, evaluations, meter.passes()]).toEqual(['flat', 6, 6]);
});

/** Weighs everything by the energy that it sees. */
const adapt = ({ energy: seen, multipliers }: { energy: number; multipliers: Readonly<Float64Array> }) => ({
  multipliers: multipliers.map(() => Math.abs(seen)),
  state: null,
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
