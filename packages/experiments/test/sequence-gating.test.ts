import { sampleMonotonicity } from '@cfc/modules-sequence';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Conclusion } from '../src/index.js';
import { type Found, POLICIES, type Policy } from '../src/sequence-gating/cells.js';
import { ARRANGEMENTS, COST, relaxedGates } from '../src/sequence-gating/gates.js';
import { sequenceGating } from '../src/sequence-gating/sequence-gating.js';
import { drawWindows, monotonicity } from '../src/sequence-gating/windows.js';
import { total } from '../src/over-seeds.js';
import { expectWhole, quick, verdicts } from './quick.js';

describe('windows', () => {
  test('their exact order is what sampling estimates', () => {
    for (const { values } of drawWindows(5, 3)) {
      expect(Math.abs(sampleMonotonicity(values, { samples: 100_000 }) - monotonicity(values))).toBeLessThan(0.006);
    }
    expect([monotonicity([1, 2, 3]), monotonicity([3, 2, 1]), monotonicity([1, 1, 0])]).toEqual([1, 0, 1 / 3]);
  });

  test('are broken in a fifth of all cases, and the repair turns one block', () => {
    const windows = drawWindows(20_000, 1);
    const broken = windows.filter(({ values, repaired }) => monotonicity(repaired) > monotonicity(values) + 0.1);
    expect(broken.length / windows.length).toBeGreaterThan(0.1);
    expect(broken.length / windows.length).toBeLessThan(0.22);
    for (const { values, repaired } of windows.slice(0, 50)) {
      expect([...values].sort()).toEqual([...repaired].sort());
      const moved = values.flatMap((value, k) => (value === repaired[k] ? [] : [k]));
      const block = values.slice(moved[0], moved.at(-1)! + 1);
      expect([...block].reverse()).toEqual(repaired.slice(moved[0], moved.at(-1)! + 1));
    }
  });
});

describe('relaxed gates', () => {
  const gains = [0.2, 0.049, 0.051, -0.3, 0.06];
  const order = gains.map(() => 0.8);
  const start = gains.map(() => 0.5);

  test('alone are open where the gain exceeds the cost', () => {
    expect(relaxedGates(order, gains, start, ARRANGEMENTS.alone).map((eta) => eta > 0.5)).toEqual(
      gains.map((gain) => gain > COST),
    );
  });

  test('held together are the more alike', () => {
    const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
    const [alone, coupled] = (['alone', 'neighbours'] as const).map((name) =>
      relaxedGates(order, gains, start, ARRANGEMENTS[name]),
    );
    expect(spread(coupled!)).toBeLessThan(spread(alone!));
  });

  test('tied to their sequences open whatever the gain', () => {
    const none = gains.map(() => 0);
    for (const eta of relaxedGates(order, none, start, ARRANGEMENTS.tied)) expect(eta).toBeGreaterThan(0.5);
  });
});

describe('the quick run', () => {
  let rows: readonly Found[];
  let conclusion: Conclusion;
  beforeAll(() => {
    ({ rows, conclusion } = quick<Found>('sequence-gating'));
  });
  const sum = (policy: Policy, column: 'value' | 'opened' | 'good' | 'windows' | 'paying' | 'deltaF'): number =>
    total(
      rows.filter((row) => row.policy === policy),
      (row) => row[column],
    );

  test('gains nothing without openings, and never more than with the true gains', () => {
    expect([sum('never', 'opened'), sum('never', 'value'), sum('never', 'deltaF')]).toEqual([0, 0, 0]);
    expect(sum('always', 'opened')).toBe(sum('always', 'windows'));
    for (const policy of POLICIES) expect(sum(policy, 'value')).toBeLessThanOrEqual(sum('true gain', 'value'));
    expect(sum('true gain', 'good')).toBe(sum('true gain', 'opened'));
    expect(sum('true gain', 'opened')).toBe(sum('true gain', 'paying'));
  });

  test('gains the more the better gates read', () => {
    const value = (samples: number): number =>
      total(
        rows.filter((row) => row.policy === 'gate as read' && row.samples === samples),
        (row) => row.value,
      );
    expect(value(8)).toBeLessThan(value(32));
    expect(value(32)).toBeLessThan(value(128));
  });

  test('comes to its verdicts, and would come to others from other rows', () => {
    expect(verdicts(conclusion)).toEqual(['confirmed', 'confirmed', 'partly confirmed', 'refuted']);
    const equal = rows.map((row) => ({ ...row, value: 1, goodBadRatio: 1, muHat: 1 }));
    expect(verdicts(sequenceGating.conclude(equal))).toEqual(['refuted', 'refuted', 'refuted', 'refuted']);
  });

  test('tells all of it', () => expectWhole(conclusion));
});
