import { compile } from '@cfc/core';
import { expect, test } from 'vitest';
import { compile as compileFigure } from 'vega-lite';
import { experiments } from '../src/index.js';
import { amortizedWarmStart } from '../src/amortized-warm-start/amortized-warm-start.js';
import { learners } from '../src/amortized-warm-start/contestants.js';
import { type Found, saving } from '../src/amortized-warm-start/row.js';
import { column, sensors } from '../src/amortized-warm-start/sensors.js';
import { stream } from '../src/amortized-warm-start/streams.js';

const { cells, measure, conclude } = amortizedWarmStart;
const rows = cells('quick').flatMap((cell) => measure(cell)) as unknown as readonly Found[];
const conclusion = conclude(rows);

test('it is registered by its name', () => {
  expect(experiments.get('amortized-warm-start')).toBe(amortizedWarmStart);
  const seeds = cells('full').map((cell) => (cell as { seed: number }).seed);
  expect(new Set(seeds).size).toBeGreaterThanOrEqual(20);
});

test('a cell is the same again', () => {
  const [walk] = cells('quick');
  expect(measure(walk)).toEqual(rows.slice(0, measure(walk).length));
});

test('related problems are solved in fewer passes from the nearest solutions, in every stream and under either method', () => {
  const some = rows.filter(
    ({ kind, start }) => start === 'nearest problems' && (kind === 'walk' || kind === 'regimes'),
  );
  expect(some.length).toBe(4 * 4);
  for (const row of some) expect(saving(row)).toBeGreaterThan(0.1);
});

test('unrelated problems whose features tell of others save nothing for anybody who learns', () => {
  for (const start of learners) {
    for (const method of new Set(rows.map((row) => row.method))) {
      const some = rows.filter((row) => row.kind === 'control' && row.start === start && row.method === method);
      const mean = some.reduce((sum, row) => sum + saving(row), 0) / some.length;
      expect(mean, `${start}, ${method}`).toBeLessThan(0.02);
    }
  }
});

test('all runs end at the minimum of a cold start', () => {
  for (const { part, gap, off } of rows) {
    expect(gap).toBeLessThan(1e-9);
    expect(off).toBeLessThan(part === 'stream' ? 1e-9 : 1e-7);
  }
});

test('active sets save most visits where a change stays near, and are no dearer where it does not', () => {
  const sets = rows.filter(({ start }) => start === 'active sets');
  expect(sets.length).toBe(8);
  for (const row of sets) expect(saving(row)).toBeGreaterThan(row.kind === 'near couplings' ? 0.4 : -0.5);
});

test('its verdicts are those of the numbers', () => {
  expect(conclusion.claims.map(({ verdict }) => verdict)).toEqual([
    'confirmed',
    'partly confirmed',
    'confirmed',
    'confirmed',
    'partly confirmed',
  ]);
  const worse = rows.map((row) => ({ ...row, passes: row.cold * (row.kind === 'control' ? 0.5 : 1.5), gap: 1 }));
  expect(conclude(worse).claims.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 5 }, () => 'refuted'));
});

test('the figure compiles', () => {
  const { spec } = compileFigure(conclusion.figure as never, { logger: silent });
  expect(JSON.stringify(spec)).toContain('network of modules');
  expect(warnings).toEqual([]);
});

const warnings: unknown[] = [];
const silent = {
  level: () => silent,
  error: (...given: readonly unknown[]) => (warnings.push(given), silent),
  warn: (...given: readonly unknown[]) => (warnings.push(given), silent),
  info: () => silent,
  debug: () => silent,
} as never;

test('its sensors are convex: every diagonal is above 0, and the Hessian is dominated by what bends it', () => {
  const net = { size: 60, seed: 3, reach: 59, strength: 0.3 };
  const situation = { read: column(net, 20), signal: 0.1, pulls: 1, hinges: 1 };
  const system = compile(sensors(net, situation));
  const along = column(net, 77, -1, 1);
  const product = new Float64Array(60);
  system.hessianProduct(situation.read, system.unit, along, product);
  const bent = product.reduce((sum, value, i) => sum + value * along[i]!, 0);
  expect(bent).toBeGreaterThan(2 * 0.3 * along.reduce((sum, value) => sum + value * value, 0));
});

test('streams are what they say: a walk stays near, regimes come back, the control tells of others', () => {
  const distance = (a: Float64Array, b: Float64Array): number =>
    Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));
  const walk = stream('walk', 1, 10);
  walk.slice(1).forEach(({ read }, t) => {
    expect(distance(read, walk[t]!.read)).toBeLessThan(0.12);
  });
  const regimes = stream('regimes', 1, 40);
  const kinds = regimes.map(({ read }) => regimes.findIndex((one) => distance(one.read, read) < 0.2));
  expect(new Set(kinds).size).toBeGreaterThan(2);
  expect(new Set(kinds).size).toBeLessThan(5);
  const [one, other] = [stream('new', 1, 3), stream('control', 1, 3)];
  one.forEach((posed, t) => {
    expect(Array.from(other[t]!.read)).toEqual(Array.from(posed.read));
    expect(posed.features.slice(0, 60)).toEqual(Array.from(posed.read));
    expect(other[t]!.features).not.toEqual(posed.features);
    expect(other[t]!.seen.system).not.toBe(other[t]!.system);
  });
});
