import { expect, test } from 'vitest';
import {
  anomaly,
  basesDigest,
  canonicalForm,
  parseSpec,
  readLines,
  toricBase,
  toricBases,
} from '../../../src/index.js';
import { dataTest } from '../../support/data.js';
import { all } from '../../support/parsed.js';

/** Bases of at most 18 rays; D. Morrison, W. Taylor, arXiv:1204.0283. */
const bases = [...toricBases({ maxRays: 18 })];
const described = bases.map(toricBase);

const counted = (values: Iterable<number>, from: number, to: number): number[] => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Array.from({ length: to - from + 1 }, (_, k) => counts.get(from + k) ?? 0);
};

test('there are 7,144 bases of at most 18 rays, and these', () => {
  expect(bases).toHaveLength(7144);
  expect(basesDigest(bases)).toBe('6039975509ab92b2dfaba256350f57ae309a91ef18e8e1cbbc9707bb4d6d2454');
});

test('there are 443 bases of at most 10 rays, and a limit leaves out nothing below it', () => {
  const few = [...toricBases({ maxRays: 10 })];
  expect(few).toHaveLength(443);
  expect(basesDigest(few)).toBe('515d38256cfc3b0761883a14f3db0840b649e7eb7223caf55a875cf8e62b70ef');
  expect(few).toEqual(bases.filter(({ length }) => length <= 10));
  expect([...toricBases({ maxRays: 3 })]).toEqual([[1, 1, 1]]);
});

test('so many have 3, 4, ... 18 rays, and so many T = 0, 1, ... 6 tensor multiplets', () => {
  const rays = [1, 13, 12, 25, 33, 67, 111, 181, 264, 405, 546, 728, 877, 1098, 1282, 1501];
  expect(
    counted(
      bases.map(({ length }) => length),
      3,
      18,
    ),
  ).toEqual(rays);
  expect(
    counted(
      described.map(({ tensors }) => tensors),
      0,
      6,
    ),
  ).toEqual([1, 10, 10, 21, 31, 63, 106]);
});

test('5 are del Pezzo surfaces, 16 generalised ones', () => {
  const least = bases.map((base) => Math.min(...base));
  expect(least.filter((s) => s >= -1)).toHaveLength(5);
  expect(least.filter((s) => s >= -2)).toHaveLength(16);
});

test('each is in canonical form and comes once, in the order of rays', () => {
  expect(bases.map(canonicalForm)).toEqual(bases);
  expect(new Set(bases.map(String)).size).toBe(bases.length);
  const lengths = bases.map(({ length }) => length);
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
});

test('the rays of each are neighbours of determinant 1 with v_{i-1} + v_{i+1} = -s_i v_i, once around the origin', () => {
  const determinants = new Set<number>();
  const sums = new Set<number>();
  const turns = new Set<string>();
  for (const { selfIntersections: s, rays } of described) {
    let angle = 0;
    for (const [i, [x, y]] of rays.entries()) {
      const [before, after] = [rays.at(i - 1)!, rays[(i + 1) % rays.length]!];
      determinants.add(x * after[1] - y * after[0]);
      sums.add(before[0] + after[0] + s[i]! * x).add(before[1] + after[1] + s[i]! * y);
      angle += Math.atan2(1, x * after[0] + y * after[1]);
    }
    turns.add((angle / (2 * Math.PI)).toFixed(9));
  }
  expect([...determinants, ...sums, ...turns]).toEqual([1, 0, '1.000000000']);
});

test('gravitational anomalies cancel on each, with neutral matter counted as deformations', () => {
  expect(new Set(described.map(anomaly))).toEqual(new Set([0]));
});

dataTest('ks/alltoric.spec.gz', 'every Hodge pair is one of the Kreuzer-Skarke list', async (path) => {
  const listed = new Set((await all(parseSpec(readLines(path)))).map(({ h11, h21 }) => `${h11},${h21}`));
  const pairs = new Set(described.map(({ hodge }) => `${hodge.h11},${hodge.h21}`));
  expect(pairs.size).toBeGreaterThan(1000);
  expect([...pairs].filter((pair) => !listed.has(pair))).toEqual([]);
});

dataTest(
  'ks/alltoric.spec.gz',
  'so it is for all 61,539 bases, on each of which anomalies cancel and the rays are those of its curves',
  async (path) => {
    const listed = new Set((await all(parseSpec(readLines(path)))).map(({ h11, h21 }) => `${h11},${h21}`));
    const pairs = new Set<string>();
    const wrong = { anomaly: 0, sum: 0, rays: 0 };
    let count = 0;
    for (const s of toricBases()) {
      const base = toricBase(s);
      const { hodge, rays } = base;
      count++;
      pairs.add(`${hodge.h11},${hodge.h21}`);
      if (anomaly(base) !== 0) wrong.anomaly++;
      if (s.reduce((sum, each) => sum + each, 0) !== 12 - 3 * s.length) wrong.sum++;
      for (const [k, [x, y]] of rays.entries()) {
        const [before, after] = [rays.at(k - 1)!, rays[(k + 1) % rays.length]!];
        const closes = before[0] + after[0] === -s[k]! * x && before[1] + after[1] === -s[k]! * y;
        if (!closes || x * after[1] - y * after[0] !== 1) wrong.rays++;
      }
    }
    expect([count, pairs.size, wrong]).toEqual([61_539, 7_524, { anomaly: 0, sum: 0, rays: 0 }]);
    expect([...pairs].filter((pair) => !listed.has(pair))).toEqual([]);
  },
);

test('an enumeration can be left at any base', () => {
  const some = toricBases();
  expect([some.next().value, some.next().value]).toEqual([
    [1, 1, 1],
    [12, 0, -12, 0],
  ]);
  some.return(undefined);
  expect(some.next().done).toBe(true);
});

test.each([2, 513, 3.5])('a limit of %s rays is refused', (maxRays) => {
  expect(() => toricBases({ maxRays }).next()).toThrow(/^OPTION_INVALID.*toricBases\.maxRays/);
});
