import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeOf } from '../code-of.js';
import { createTarget, type Plain, type TargetOptions } from '../../src/index.js';

interface Reference {
  readonly sigmoid: readonly Record<'t' | 'cmin' | 'cmax' | 'gamma' | 't0' | 'c', number>[];
  readonly percentile: { readonly baseline: readonly number[]; readonly values: readonly { p: number; c: number }[] };
}

const file = new URL('../fixtures/targets.json', import.meta.url);
const reference = JSON.parse(readFileSync(file, 'utf8')) as Reference;
const copy = (state: Plain): Plain => JSON.parse(JSON.stringify(state)) as Plain;

test('a sigmoid follows the recorded curriculum', () => {
  expect(reference.sigmoid).toHaveLength(9);
  for (const { t, cmin: min, cmax: max, gamma, t0, c } of reference.sigmoid) {
    expect(createTarget({ type: 'sigmoid', min, max, gamma, t0 }).at(t)).toBeCloseTo(c, 14);
  }
});

test('percentiles of a baseline are the recorded ones, given or gathered, and stay frozen', () => {
  const { baseline, values } = reference.percentile;
  for (const { p, c } of values) {
    expect(createTarget({ type: 'percentile', p, baseline }).at(0)).toBeCloseTo(c, 14);
    const gathered = createTarget({ type: 'percentile', p, gather: baseline.length });
    const normalised = createTarget({ type: 'percentile', p, gather: baseline.length, of: 'normalized' });
    baseline.forEach((raw, k) => {
      expect(gathered.at(k)).toBeNull();
      gathered.observe(raw, -raw);
      normalised.observe(-raw, raw);
    });
    gathered.observe(1e9, 1e9);
    expect(gathered.at(0)).toBeCloseTo(c, 14);
    expect(normalised.at(0)).toBe(gathered.at(0));
  }
});

test('an adaptive target tightens where it is met, loosens where it is missed, and waits in between', () => {
  const target = createTarget({ type: 'adaptive', start: 1, goal: 0, every: 10, tighten: 0.5, loosen: 0.5 });
  const feed = (met: number): number | null => {
    for (let k = 0; k < 10; k++) target.observe(0, k < met ? -1 : 2);
    return target.at(0);
  };
  expect([feed(9), feed(10), feed(7), feed(4), feed(5)]).toEqual([0.5, 0.25, 0.25, 0.625, 0.625]);
  for (let k = 0; k < 100; k++) feed(10);
  expect(target.at(0)).toBeCloseTo(0, 12);
  const rising = createTarget({ type: 'adaptive', start: 0, goal: 1, every: 1, tighten: 1 });
  rising.observe(0, 0.5);
  expect(rising.at(0)).toBe(1);
});

test('what an outer loop sets holds, whatever the type, and states resume', () => {
  const kinds: readonly TargetOptions[] = [
    0.3,
    { type: 'percentile', gather: 3 },
    { type: 'sigmoid', min: 0, max: 1, gamma: 0.1, t0: 5 },
    { type: 'adaptive', start: 1, goal: 0, every: 2 },
  ];
  for (const kind of kinds) {
    const target = createTarget(kind);
    for (let k = 0; k < 7; k++) {
      const resumed = createTarget(kind, 'here', copy(target.state()));
      expect(resumed.at(k)).toBe(target.at(k));
      expect(resumed.state()).toEqual(target.state());
      target.observe(k / 10, k / 10);
    }
    target.set(0.7);
    expect([target.at(0), target.at(99)]).toEqual([0.7, 0.7]);
    expect(createTarget(kind, 'here', copy(target.state())).at(3)).toBe(0.7);
    expect(codeOf(() => target.set(NaN))).toBe('INPUT_INVALID');
  }
});

test('what makes no target is refused by one clear error', () => {
  expect(codeOf(() => createTarget(NaN))).toBe('OPTION_INVALID');
  expect(codeOf(() => createTarget({ type: 'sigmoidal' }))).toBe('NAME_UNKNOWN');
  expect(codeOf(() => createTarget({ type: 'sigmoid', min: 0, max: 1 }))).toBe('OPTION_INVALID');
  expect(codeOf(() => createTarget({ type: 'percentile', percent: 3 }))).toBe('OPTION_UNKNOWN');
  expect(codeOf(() => createTarget({ type: 'percentile', p: 101 }))).toBe('OPTION_INVALID');
  expect(codeOf(() => createTarget({ type: 'adaptive', start: 1, goal: 0, success: 0.1 }))).toBe('OPTION_INVALID');
  for (const state of [null, { rule: null, set: 'x' }]) {
    expect(codeOf(() => createTarget(1, 'here', state))).toBe('INPUT_INVALID');
  }
  const gathering = { type: 'percentile', gather: 2 };
  expect(codeOf(() => createTarget(gathering, 'here', { rule: { values: [1, 2, 3] }, set: null }))).toBe(
    'INPUT_INVALID',
  );
  const moving = { type: 'adaptive', start: 1, goal: 0 };
  expect(codeOf(() => createTarget(moving, 'here', { rule: null, set: null }))).toBe('INPUT_INVALID');
});
