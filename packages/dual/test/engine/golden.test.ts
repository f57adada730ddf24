import { normal } from '@cfc/core';
import { expect, test } from 'vitest';
import { type DualConfig, createDual } from '../../src/index.js';
import { fixture } from '../fixture.js';

/** Written by `fixtures/golden.py`, which does the same in NumPy, naively; bands are those of 200 runs with losses off by 1%. */
interface Golden {
  readonly marks: readonly number[];
  readonly losses: Readonly<Record<string, readonly number[]>>;
  readonly multipliers: Readonly<Record<string, readonly number[]>>;
  readonly bands: Readonly<Record<string, readonly (readonly [number, number])[]>>;
}
const { marks, losses, multipliers, bands } = fixture<Golden>('golden');

const dual = { rate: 5e-3, max: 50, deadzone: 0.02, ema: 0.1, leak: 1e-4 };
const rank = { type: 'rank', window: 100 };
const winsor = { type: 'winsor', window: 100, center: 'median', scale: 'std' };
/** Section 9 of the seed, with windows of 100. */
const config: DualConfig = {
  constraints: {
    cfs: { ...dual, target: 0, normalizer: rank },
    g2g: { ...dual, target: 0.2, normalizer: rank },
    build: { ...dual, target: 0, normalizer: winsor, weight: 0.5 },
    reuse: { ...dual, target: 0.5, normalizer: rank, weight: 0.5 },
    kl: { ...dual, target: 0.05 },
  },
};
const names = Object.keys(config.constraints);

/** Replays the segment, each loss times a factor. */
function replay(settings: DualConfig, factor: (t: number, k: number) => number): Record<string, number[]> {
  const engine = createDual(settings);
  const traces = Object.fromEntries(names.map((name): [string, number[]] => [name, []]));
  for (let t = 0; t < losses.cfs!.length; t++) {
    const values = Object.fromEntries(names.map((name, k) => [name, losses[name]![t]! * factor(t, k)]));
    const { constraints } = engine.step({ values });
    for (const name of names) traces[name]!.push(constraints[name]!.multiplier);
  }
  return traces;
}

/** Marks at which some multiplier lies outside its band, widened by a share of its own width. */
function outside(traces: Record<string, number[]>, wider: number): number {
  const out = (name: string, t: number, i: number): boolean => {
    const [low, high] = bands[name]![i]!;
    const slack = wider * (high - low) + 1e-9;
    return traces[name]![t]! < low - slack || traces[name]![t]! > high + slack;
  };
  return marks.flatMap((t, i) => names.filter((name) => out(name, t, i))).length;
}

test('the golden segment gives the multipliers of the naive program to 1e-12', () => {
  const traces = replay(config, () => 1);
  for (const name of names)
    multipliers[name]!.forEach((value, t) => expect(Math.abs(traces[name]![t]! - value)).toBeLessThanOrEqual(1e-12));
  expect(outside(traces, 0)).toBe(0);
});

test('with losses off by 1% in another way the multipliers stay in their bands', () => {
  for (const seed of [1, 2, 3])
    expect(
      outside(
        replay(config, (t, k) => 1 + 0.01 * normal(seed, t, k)),
        0.5,
      ),
    ).toBe(0);
});

test('a rate off by a fifth, or a leak ten times as large, leaves the bands', () => {
  const changed = (options: object): DualConfig => ({
    constraints: Object.fromEntries(names.map((name) => [name, { ...config.constraints[name]!, ...options }])),
  });
  expect(
    outside(
      replay(changed({ rate: 6e-3 }), () => 1),
      0.5,
    ),
  ).toBeGreaterThan(20);
  expect(
    outside(
      replay(changed({ leak: 1e-3 }), () => 1),
      0.5,
    ),
  ).toBeGreaterThan(20);
});
