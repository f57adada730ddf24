import { landau } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { record, replay } from '../src/index.js';
import { plainOf } from '../src/plain.js';
import { stateOf } from './support/play.js';
import { errorOf, registry, ring } from './support/world.js';

test('a sink takes every line, and none is kept', () => {
  const lines: string[] = [];
  const run = record(ring(), { registry, sink: (line) => void lines.push(line) });
  run.change('a', { h: 0.2 });
  expect(run.log).toBe('');
  expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([0, 1]);
  const more: string[] = [];
  const again = replay(lines.join(''), registry, { sink: (line) => void more.push(line) });
  again.change('a', { h: 0.3 });
  expect(more.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([2]);
  expect(stateOf(replay([...lines, ...more].join(''), registry))).toEqual(stateOf(again));
});

test('a line that the sink threw at is handed to it again before anything else is done', () => {
  const lines: string[] = [];
  let full = false;
  const run = record(ring(), {
    registry,
    sink(line) {
      if (full) throw new Error('disk full');
      lines.push(line);
    },
  });
  full = true;
  expect(() => run.change('a', { h: 0.2 })).toThrow('disk full');
  expect(run.entity('a').version).toBe(2);
  expect(() => run.change('a', { h: 0.3 })).toThrow('disk full');
  expect(run.entity('a')).toMatchObject({ version: 2, with: { h: 0.2 } });
  full = false;
  run.change('a', { h: 0.4 });
  expect(lines).toHaveLength(3);
  expect(stateOf(replay(lines.join(''), registry))).toEqual(stateOf(run));
});

test('a sink may give no command', () => {
  const late: { add?: () => unknown } = {};
  const run = record(ring(), { registry, sink: () => late.add?.() });
  late.add = () => run.add({ modules: { e: landau() } });
  expect(errorOf(() => run.change('a', { h: 0.2 }))).toMatchObject({ code: 'INPUT_INVALID', where: 'sink' });
});

test('plain data are what JSON gives back, to the bit', () => {
  const leaf = fc.oneof(
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
  );
  const tree = fc.object({ values: [leaf], maxDepth: 3, withNullPrototype: false });
  fc.assert(
    fc.property(tree, (value) => {
      const plain = plainOf(value, 'value');
      expect(plain).toEqual(JSON.parse(JSON.stringify(plain)));
      expect(JSON.stringify(plain)).toBe(JSON.stringify(value));
    }),
    { seed: 6 },
  );
  expect(Object.is((plainOf({ zero: -0 }, 'value') as { zero: number }).zero, 0)).toBe(true);
  expect(plainOf({ list: Float64Array.of(1, 2), gone: undefined }, 'value')).toEqual({ list: [1, 2] });
});

test('what JSON cannot hold is INPUT_INVALID with its place', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  const bad: readonly [unknown, string][] = [
    [NaN, 'value'],
    [{ a: [1, Infinity] }, 'value.a[1]'],
    [{ a: () => 1 }, 'value.a'],
    [undefined, 'value'],
    [[undefined], 'value[0]'],
    [10n, 'value'],
    [BigInt64Array.of(1n), 'value[0]'],
    [new Date(0), 'value'],
    [new Map(), 'value'],
    [new DataView(new ArrayBuffer(8)), 'value'],
    [cycle, 'value.self'],
  ];
  for (const [value, where] of bad) {
    expect(errorOf(() => plainOf(value, 'value'))).toMatchObject({ code: 'INPUT_INVALID', where });
  }
});
