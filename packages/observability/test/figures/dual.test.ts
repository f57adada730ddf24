import { normal } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { figureSpec, type Row } from '../../src/index.js';
import { svgOf } from '../../src/node.js';
import { density } from '../../src/figures/density.js';
import { dualRows } from '../helpers/dual-rows.js';

const draw = (name: string, rows: readonly Row[] = dualRows): Promise<string> => svgOf(figureSpec(name, rows));

/** All entries of a key in a specification. */
function all(spec: unknown, key: string): unknown[] {
  if (typeof spec !== 'object' || spec === null) return [];
  return Object.entries(spec).flatMap(([name, value]) => (name === key ? [value] : all(value, key)));
}

test('λ is drawn with its cap where that is in sight, and the share of the steps at it', async () => {
  const svg = await draw('dual-lambda');
  expect(svg).toContain('cfs: ends at 2.892; cap 50, far above');
  expect(svg).toContain('g2g: ends at 1.5; cap 1.5, at the cap in 44% of the steps');
  expect(svg).toContain('kl: ends at 0.3995; no cap');
});

test('a violin says in how many steps its constraint was satisfied, and within the deadzone', async () => {
  const svg = await draw('dual-violations');
  const told = (holds: (row: Row) => boolean) =>
    `${Math.round((100 * dualRows.filter(holds).length) / dualRows.length)}%`;
  for (const name of ['cfs', 'g2g', 'kl']) {
    const met = told((row) => row[`satisfied:${name}`] === true);
    const dead = told((row) => row[`reason:${name}`] === 'deadzone');
    expect(svg).toContain(`${name}: satisfied in ${met} of the steps, within the deadzone in ${dead}`);
  }
});

test('the two colours of a violin meet at 0', () => {
  const halves = all(figureSpec('dual-violations', dualRows), 'values') as { at: number; high: number }[][];
  const [below, above] = halves as [{ at: number; high: number }[], { at: number; high: number }[]];
  expect([below.at(-1)!.at, above[0]!.at]).toEqual([0, 0]);
  expect(below.at(-1)!.high).toBe(above[0]!.high);
});

test('cosines are means, the same both ways round, and 1 with themselves', () => {
  const rows = [0.2, -0.6].map((cosine, k) => ({ step: k + 1, 'cosine:a:b': cosine, 'cosine_after:a:b': 0.5 }));
  const [before, after] = all(figureSpec('dual-cosines', rows), 'values') as {
    a: string;
    b: string;
    cosine: number;
  }[][];
  const of = (cells: typeof before) => Object.fromEntries(cells!.map(({ a, b, cosine }) => [a + b, cosine]));
  expect(of(before)).toEqual({
    ab: expect.closeTo(-0.2, 12) as number,
    ba: expect.closeTo(-0.2, 12) as number,
    aa: 1,
    bb: 1,
  });
  expect(of(after)).toEqual({ ab: 0.5, ba: 0.5, aa: 1, bb: 1 });
});

test('names with colons in them are told apart by the other pairs', () => {
  const rows = [{ step: 1, 'cosine:task:x:y': 0.1, 'cosine:task:z': 0.2, 'cosine:x:y:z': 0.3 }];
  const [values] = all(figureSpec('dual-cosines', rows), 'values') as { a: string }[][];
  expect([...new Set(values!.map(({ a }) => a))].sort()).toEqual(['task', 'x:y', 'z']);
});

test('a trade-off shows as an opposite correlation', async () => {
  const rows = Array.from({ length: 300 }, (_, t) => ({
    step: t + 1,
    task: normal(1, t, 0),
    'normalized:a': -2 * normal(1, t, 0),
    'normalized:b': normal(1, t, 1),
  }));
  const svg = await draw('dual-tradeoff', rows);
  expect(svg).toContain('a: r = -1.00');
  expect(/b: r = (-?0\.\d\d)/.exec(svg)).not.toBeNull();
});

test('λ and ease that move together have a correlation of 1 in every window', () => {
  const rows = Array.from({ length: 200 }, (_, t) => ({
    step: t + 1,
    'lambda:a': Math.sin(t / 7),
    'ease:a': 3 + 0.1 * Math.sin(t / 7),
  }));
  const [correlations, covariances] = all(figureSpec('dual-wireheading', rows), 'values') as { value: number }[][];
  for (const { value } of correlations!) expect(value).toBeCloseTo(1, 9);
  expect(Math.max(...covariances!.map(({ value }) => value))).toBeGreaterThan(0.01);
});

test('histograms of either half of a run hold all of its values', () => {
  const [early] = all(figureSpec('dual-normalizers', dualRows), 'values') as { share: number }[][];
  expect(early!.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});

describe('the density', () => {
  test('of normal numbers has its mode in the middle and the width of a bell', () => {
    const values = Array.from({ length: 20_000 }, (_, k) => normal(3, k, 0));
    const curve = density(values, 201);
    const mode = curve.reduce((best, point) => (point.height > best.height ? point : best));
    expect(Math.abs(mode.at)).toBeLessThan(0.15);
    const one = curve.reduce((near, point) => (Math.abs(point.at - 1) < Math.abs(near.at - 1) ? point : near));
    expect(one.height).toBeCloseTo(Math.exp(-0.5), 1);
  });

  test('of equal numbers stands in one place', () => {
    expect(density([2, 2, 2], 50)).toEqual([{ at: 2, height: 1 }]);
  });
});

test('the clip band of a multiplier with a sign is drawn from -λ_max, and both caps count', () => {
  const rows = [-2, -2, 0.5, 2].map((lambda, k) => ({ step: k + 1, 'lambda:a': lambda, 'lambda_max:a': 2 }));
  const spec = figureSpec('dual-lambda', rows);
  const values = all(spec, 'values') as Record<string, number>[][];
  expect(values[0]).toEqual([{ from: 1, to: 4, low: -2, high: 2 }]);
  expect(values[1]).toEqual([{ value: 2 }, { value: -2 }]);
  expect(values.at(-1)!.map(({ step }) => step)).toEqual([1, 2, 4]);
  expect(JSON.stringify(spec)).toContain('at the cap in 75% of the steps');
});
