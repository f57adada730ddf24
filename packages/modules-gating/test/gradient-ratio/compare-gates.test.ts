import { normal, uniform } from '@cfc/core';
import { expect, test } from 'vitest';
import { type GradientRecord, compareGates, gradientRatioGate, replay } from '../../src/index.js';
import { layer } from './layers.js';

const host = [layer('linear', 100, 10)];

/** A run of one record with the ratio given. */
const recordOf = (blueprint: string, ratio: number, more: Partial<GradientRecord> = {}): GradientRecord => ({
  step: 0,
  blueprint,
  seed: [layer('linear', 4, 2 * ratio)],
  host,
  ...more,
});

/** Runs whose log ratio is the shift of the blueprint, the gain and noise, in blueprints of other usefulness. */
const runs = (shifts: Readonly<Record<string, number>>, size: number, seed: number, slope = 0, usefulness = 0) =>
  Object.entries(shifts).flatMap(([blueprint, shift], b) =>
    Array.from({ length: size }, (_, i) => {
      const gain = usefulness * b + normal(seed, 2 * b, i);
      return recordOf(blueprint, Math.exp(shift + slope * gain + normal(seed, 2 * b + 1, i)), { gain });
    }),
  );

const gates = { today: gradientRatioGate({ threshold: 1 }) };
const fair = { a: 0, b: 0, c: 0 };
const unfair = { a: -1, b: 0, c: 1 };

test('runs are replayed in the order of their steps, and decided at the last', () => {
  const run = (step: number, ratio: number, gain?: number) =>
    recordOf('mlp', ratio, { run: 'x', step, ...(gain === undefined ? {} : { gain }) });
  const trials = replay([run(2, 4), recordOf('conv', 0.5), run(0, 1), run(1, 2, 7)], gradientRatioGate({ decay: 0.5 }));
  expect(trials.map(({ run: name, blueprint, gain }) => [name, blueprint, gain])).toEqual([
    ['x', 'mlp', 7],
    [null, 'conv', null],
  ]);
  expect(trials[0]!.decision.average).toBeCloseTo((0.25 + 1 + 4) / 1.75, 14);
  expect(trials[0]!.margin).toBeCloseTo(Math.log(3 / 0.1), 14);
});

test('a run without a ratio is a trial that fails, with no margin', () => {
  const [trial] = replay([recordOf('noop', 1, { seed: [] })], gradientRatioGate());
  expect(trial).toMatchObject({ blueprint: 'noop', margin: null, decision: { pass: false, status: 'seedEmpty' } });
});

test('pass rates are counted by blueprint, of useful seeds too', () => {
  const records = [
    recordOf('a', 2, { gain: 1 }),
    recordOf('a', 2, { gain: 0 }),
    recordOf('b', 0.5, { gain: 1 }),
    recordOf('b', 2, { gain: 0 }),
  ];
  const { runs: total, useful, gates: reports } = compareGates(records, gates, { resamples: 40, useful: 1 });
  expect([total, useful]).toEqual([4, 1]);
  const [a, b] = reports[0]!.blueprints;
  expect(a).toMatchObject({ blueprint: 'a', passed: 2, total: 2, useful: { passed: 1, total: 1 } });
  expect(b).toMatchObject({ blueprint: 'b', passed: 1, total: 2, useful: { passed: 0, total: 1 } });
  expect(reports[0]!.measures.passGap!.value).toBe(0.5);
  expect(reports[0]!.measures.usefulGap!.value).toBe(1);
});

test('a bias that was put in is found, and none where none was', () => {
  const [biased, even] = [unfair, fair].map((shifts) => compareGates(runs(shifts, 40, 1), gates).gates[0]!.measures);
  // P(normal > 1) and P(normal > -1) are 0.159 and 0.841; the shifts have the variance 2/3 beside 1 of the noise.
  expect(biased!.passGap!.value).toBeCloseTo(0.68, 0);
  expect(biased!.explained!).toMatchObject({ p: 1 / 1001 });
  expect(Math.abs(biased!.explained!.value - 0.4)).toBeLessThan(0.12);
  expect(biased!.explained!.low).toBeGreaterThan(0.2);
  expect(even!.passGap!.p).toBeGreaterThan(0.05);
  expect(even!.explained!.p).toBeGreaterThan(0.05);
  expect(Math.abs(even!.explained!.chance - 2 / 119)).toBeLessThan(0.003);
});

test('p values of fair gates are even: below 0.1 in about a tenth of experiments', () => {
  const values = Array.from({ length: 100 }, (_, seed) => {
    const { passGap, explained } = compareGates(runs(fair, 20, seed + 10), gates, { resamples: 99 }).gates[0]!.measures;
    return [passGap!.p, explained!.p];
  });
  for (const k of [0, 1]) {
    const share = values.filter((pair) => pair[k]! <= 0.1).length / values.length;
    // Three standard errors above; the gap takes few values, so that its p is cautious.
    expect(share).toBeLessThan(0.1 + 3 * Math.sqrt(0.09 / 100));
  }
  expect(values.filter(([, p]) => p! <= 0.1).length / values.length).toBeGreaterThan(0.1 - 3 * Math.sqrt(0.09 / 100));
});

test('the interval of a gap holds the true one in 94 of 100 experiments, give or take three errors', () => {
  const rates = { a: 0.2, b: 0.5, c: 0.75 };
  let held = 0;
  for (let seed = 0; seed < 100; seed++) {
    const records = Object.entries(rates).flatMap(([blueprint, rate], b) =>
      Array.from({ length: 40 }, (_, i) => recordOf(blueprint, uniform(seed, b, i) < rate ? 2 : 0.5)),
    );
    const { low, high } = compareGates(records, gates, { resamples: 200, seed }).gates[0]!.measures.passGap!;
    if (low <= 0.55 && high >= 0.55) held++;
  }
  expect(held).toBeGreaterThan(94 - 3 * Math.sqrt(94 * 0.06));
});

test('a difference that usefulness explains is no bias beyond it', () => {
  const options = { resamples: 400 };
  const earned = compareGates(runs(fair, 60, 3, 1, 2), gates, options).gates[0]!.measures;
  expect(earned.explained!.value).toBeGreaterThan(0.3);
  expect(earned.explainedBeyondGain!.value).toBeLessThan(0.08);
  expect(earned.agreement!.low).toBeGreaterThan(0.5);
  const given = compareGates(runs(unfair, 60, 3), gates, options).gates[0]!.measures;
  expect(given.explainedBeyondGain!.value).toBeGreaterThan(0.25);
  expect(Math.abs(given.agreement!.value)).toBeLessThan(0.2);
});

test('thresholds that take the bias off show as a fall from the first gate, with an interval', () => {
  const thresholds = { a: Math.exp(-1), b: 1, c: Math.exp(1) };
  const both = {
    ...gates,
    own: gradientRatioGate({ threshold: 1, thresholds }),
    same: gradientRatioGate({ threshold: 1 }),
  };
  const [today, own, same] = compareGates(runs(unfair, 60, 4), both).gates.map(({ measures }) => measures);
  expect(own!.explained!.value).toBeLessThan(0.05);
  expect(own!.explained!.fall.value).toBeCloseTo(today!.explained!.value - own!.explained!.value, 14);
  expect(own!.explained!.fall.low).toBeGreaterThan(0.2);
  expect(own!.passGap!.fall.low).toBeGreaterThan(0.2);
  expect(same!.passGap!.fall).toEqual({ value: 0, low: 0, high: 0 });
});

test('a comparison is the same for the same seed, and survives JSON', () => {
  const records = runs(unfair, 10, 5);
  const once = compareGates(records, gates, { resamples: 100, seed: 3 });
  expect(compareGates(records, gates, { resamples: 100, seed: 3 })).toEqual(once);
  expect(JSON.parse(JSON.stringify(once))).toEqual(once);
  expect(compareGates(records, gates, { resamples: 100, seed: 4 })).not.toEqual(once);
});

test('without gains there are the measures that need none', () => {
  const { useful, gates: reports } = compareGates([recordOf('a', 2), recordOf('b', 1)], gates, { resamples: 40 });
  expect(useful).toBeNull();
  expect(Object.keys(reports[0]!.measures)).toEqual(['passGap', 'explained']);
  expect(reports[0]!.blueprints[0]!.useful).toBeNull();
});

test('what cannot be compared is refused', () => {
  expect(() => compareGates([], gates)).toThrow('there are 0 records and 1 gates');
  expect(() => compareGates([recordOf('a', 1)], {})).toThrow('INPUT_INVALID');
  expect(() => compareGates([recordOf('a', 1)], gates, { resamples: 39 })).toThrow('OPTION_INVALID');
  const mixed = [recordOf('a', 1, { run: 'x' }), recordOf('b', 1, { run: 'x' })];
  expect(() => compareGates(mixed, gates)).toThrow('the run has the blueprints a and b (at run x)');
});
