import { describe, expect, test } from 'vitest';
import { bands } from '../src/bands.js';
import { groups } from '../src/groups.js';
import { interval } from '../src/interval.js';
import { overSeeds, total } from '../src/over-seeds.js';
import { verdict } from '../src/verdict.js';

test('a verdict is confirmed where all parts hold, refuted where none does, else partly confirmed', () => {
  expect([verdict(true), verdict(true, true)]).toEqual(['confirmed', 'confirmed']);
  expect([verdict(false), verdict(false, false)]).toEqual(['refuted', 'refuted']);
  expect([verdict(true, false), verdict(false, true, true)]).toEqual(['partly confirmed', 'partly confirmed']);
});

test('groups keep the order of keys and of values', () => {
  const found = groups(['bee', 'ant', 'bear', 'ape', 'cat'], (word) => word[0]!);
  expect([...found]).toEqual([
    ['b', ['bee', 'bear']],
    ['a', ['ant', 'ape']],
    ['c', ['cat']],
  ]);
});

test('an interval over seeds counts each seed once, however many rows it has', () => {
  const rows = [1, 1, 1, 2, 3].map((seed, value) => ({ seed, value }));
  const mean = (some: readonly { readonly value: number }[]): number => total(some, ({ value }) => value) / some.length;
  expect(overSeeds(rows, mean)).toEqual(interval([1, 3, 4]));
});

describe('bands', () => {
  const points = [
    { x: 1, of: 'b', mean: 2, low: 1, high: 3 },
    { x: 2, of: 'a', mean: 4, low: 3, high: 5 },
  ];

  test('keep the lines in the order of the points, or in the one given', () => {
    const domain = (order?: readonly string[]) =>
      bands(points, { x: 'time', y: 'size', of: 'kind', ...(order && { order }) }).encoding.color;
    expect(domain()).toMatchObject({ title: 'kind', scale: { domain: ['b', 'a'] } });
    expect(domain(['a', 'b'])).toMatchObject({ scale: { domain: ['a', 'b'] } });
  });

  test('hold the points as they are, with titles at both axes', () => {
    const view = bands(points, { x: 'time', y: 'size', of: 'kind', scaleX: { type: 'log' } });
    expect(view.data.values).toBe(points);
    expect(view.encoding.x).toMatchObject({ field: 'x', title: 'time', scale: { type: 'log' } });
    for (const { encoding } of view.layer) expect(encoding.y).toMatchObject({ title: 'size' });
  });
});
