import { normal } from '@cfc/core';
import { expect, test } from 'vitest';
import {
  type RatioDecision,
  gradientRatioGate,
  mergeTelemetry,
  recordRatios,
  telemetryRow,
  thresholdPerBlueprint,
} from '../../src/index.js';
import { layer, network } from './layers.js';

const gate = gradientRatioGate({ threshold: 0.5 });
const host = network('host', layer('linear', 100, 10));

const decide = (blueprint: string, ratio: number): RatioDecision =>
  gate.decide(network(blueprint, layer('linear', 4, 2 * ratio)), host, gate.init()).decision;

const empty = gate.decide(network('noop'), host, gate.init()).decision;

/** Log-normal ratios of a blueprint. */
const drawn = (blueprint: string, median: number, seed: number, size = 500): readonly RatioDecision[] =>
  Array.from({ length: size }, (_, i) => decide(blueprint, median * Math.exp(0.5 * normal(seed, 0, i))));

test('telemetry becomes one row of numbers, with columns named by blueprint', () => {
  const seen = [decide('mlp', 0.2), decide('mlp', 0.4), decide('mlp', 0.8), empty];
  const row = telemetryRow(recordRatios({}, seen), [0, 0.5, 0.999, 1]);
  expect(row).toEqual({
    'gradient_ratio:mlp:p0': 0.2,
    'gradient_ratio:mlp:p50': expect.closeTo(0.4, 2) as number,
    'gradient_ratio:mlp:p99.9': expect.closeTo(0.4, 2) as number,
    'gradient_ratio:mlp:p100': 0.8,
    'gradient_ratio:mlp:count': 3,
    'gradient_ratio:mlp:unmeasured': 0,
    'gradient_ratio:mlp:passed': 1,
    'gradient_ratio:noop:p0': 0,
    'gradient_ratio:noop:p50': 0,
    'gradient_ratio:noop:p99.9': 0,
    'gradient_ratio:noop:p100': 0,
    'gradient_ratio:noop:count': 0,
    'gradient_ratio:noop:unmeasured': 1,
    'gradient_ratio:noop:passed': 0,
  });
  expect(telemetryRow({})).toEqual({});
});

test('quantiles of a stream are within 1% of the exact ones', () => {
  const decisions = drawn('conv', 0.3, 1, 5000);
  const sorted = decisions.map(({ average }) => average).sort((a, b) => a - b);
  const row = telemetryRow(recordRatios({}, decisions));
  for (const [name, q] of Object.entries({ p5: 0.05, p50: 0.5, p95: 0.95 })) {
    const exact = sorted[Math.floor(q * 4999)]!;
    expect(Math.abs(row[`gradient_ratio:conv:${name}`]! / exact - 1)).toBeLessThanOrEqual(0.01 * (1 + 1e-9));
  }
});

test('telemetry of parts merges to that of the whole, survives JSON, and takes any name', () => {
  const parts = [drawn('mlp', 1, 1), drawn('__proto__', 0.1, 2), [empty, ...drawn('mlp', 0.5, 3)]];
  const whole = recordRatios({}, parts.flat());
  const [a, b, c] = parts.map((part) => recordRatios({}, part)) as [typeof whole, typeof whole, typeof whole];
  expect(Object.keys(whole)).toEqual(['mlp', '__proto__', 'noop']);
  expect(mergeTelemetry(mergeTelemetry(a, b), c)).toEqual(whole);
  expect(parts.reduce(recordOne, {})).toEqual(whole);
  expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  const fine = recordRatios({}, parts[0]!, 0.001);
  expect(() => mergeTelemetry(a, fine)).toThrow('INPUT_INVALID');
});

const recordOne = (telemetry: ReturnType<typeof recordRatios>, part: readonly RatioDecision[]) =>
  recordRatios(telemetry, part);

test('thresholds by blueprint let the stated share of each blueprint pass, also of runs not seen before', () => {
  const medians = { attention: 1.2, mlp: 0.5, norm: 0.1 };
  const seen = (seed: number) => Object.entries(medians).flatMap(([name, median]) => drawn(name, median, seed, 2000));
  for (const pass of [0.3, 0.5, 0.9]) {
    const thresholds = thresholdPerBlueprint(recordRatios({}, seen(1)), { pass });
    expect(Object.keys(thresholds)).toEqual(Object.keys(medians));
    for (const [name, threshold] of Object.entries(thresholds)) {
      const fresh = seen(2).filter(({ blueprint }) => blueprint === name);
      const share = fresh.filter(({ average }) => average >= threshold).length / fresh.length;
      expect(Math.abs(share - pass)).toBeLessThan(0.05);
    }
  }
});

test('a blueprint that was seen too seldom gets no threshold of its own', () => {
  const telemetry = recordRatios({}, [...drawn('mlp', 1, 1, 30), ...drawn('conv', 1, 2, 29), empty]);
  expect(Object.keys(thresholdPerBlueprint(telemetry))).toEqual(['mlp']);
  expect(Object.keys(thresholdPerBlueprint(telemetry, { least: 29 }))).toEqual(['mlp', 'conv']);
});

test('a threshold is never above what was seen, so that a gate at its cap still opens', () => {
  const telemetry = recordRatios(
    {},
    Array.from({ length: 50 }, () => decide('conv', 99)),
  );
  const thresholds = thresholdPerBlueprint(telemetry);
  expect(thresholds).toEqual({ conv: 10 });
  expect(() => gradientRatioGate({ thresholds })).not.toThrow();
});

test('shares and numbers out of range are refused', () => {
  for (const pass of [0, 1, NaN]) expect(() => thresholdPerBlueprint({}, { pass })).toThrow('OPTION_INVALID');
  for (const least of [0, NaN]) expect(() => thresholdPerBlueprint({}, { least })).toThrow('OPTION_INVALID');
});
