import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketStore } from '../../src/decimate/bucket-store.js';
import { decimate } from '../../src/index.js';

const values = fc.array(fc.oneof(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.constantFrom(NaN, 0, -1)), {
  minLength: 1,
  maxLength: 700,
});
const numbers = (list: readonly (number | null)[]): number[] =>
  list.filter((one): one is number => one !== null && Number.isFinite(one));
const seed = 7;

describe('decimate', () => {
  test('keeps the extremes of every column, and invents no value', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 4, max: 60 }), (a, points) => {
        const x = a.map((_, k) => k + 1);
        const b = a.map((value) => -value);
        const drawn = decimate(x, { a, b }, points);
        expect(drawn.x.length).toBeLessThanOrEqual(points);
        for (const [name, whole] of [
          ['a', a],
          ['b', b],
        ] as const) {
          const [kept, all] = [numbers(drawn.y[name]!), numbers(whole)];
          expect(drawn.y[name]).toHaveLength(drawn.x.length);
          expect(Math.min(...kept)).toBe(Math.min(...all));
          expect(Math.max(...kept)).toBe(Math.max(...all));
          for (const value of kept) expect(all).toContain(value);
        }
      }),
      { seed },
    );
  });

  test('keeps the extremes of each stretch between neighbouring points of the picture', () => {
    fc.assert(
      fc.property(values, (a) => {
        const store = bucketStore(8);
        a.forEach((value, k) => store.add(k, { a: value }));
        const { x, y } = store.points(['a'], 16);
        if (y.a === undefined) return;
        const width = 2 ** Math.max(0, Math.ceil(Math.log2(a.length / 8)));
        for (let k = 0; k * width < a.length; k++) {
          const all = numbers(a.slice(k * width, (k + 1) * width));
          const drawn = numbers(y.a.filter((_, i) => x[i]! >= k * width && x[i]! < (k + 1) * width));
          expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([Math.min(...all), Math.max(...all)]);
        }
      }),
      { seed },
    );
  });

  test('keeps the ends of x and its order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 4, max: 100 }), (length, points) => {
        const steps = Array.from({ length }, (_, k) => 3 * k);
        const { x } = decimate(steps, { a: steps }, points);
        expect([x[0], x.at(-1)]).toEqual([0, 3 * (length - 1)]);
        expect([...x].sort((p, q) => p - q)).toEqual(x);
        if (length > points) expect(x.length).toBeGreaterThanOrEqual(points / 4);
      }),
      { seed },
    );
  });

  test('draws a fall as a fall and a rise as a rise', () => {
    const x = Array.from({ length: 64 }, (_, k) => k);
    const { y } = decimate(x, { up: x, down: x.map((k) => -k) }, 8);
    expect(y.up).toEqual([...y.up!].sort((p, q) => p! - q!));
    expect(y.down).toEqual([...y.down!].sort((p, q) => q! - p!));
  });

  test('a single spike among a million rows stays', () => {
    const store = bucketStore(1024);
    for (let k = 0; k < 1_000_000; k++) store.add(k, { a: k === 654_321 ? 1e6 : 0 });
    expect(Math.max(...numbers(store.points(['a'], 800).y.a!))).toBe(1e6);
  });

  test('refuses numbers of points and columns that do not fit', () => {
    expect(() => decimate([1], { a: [1] }, 3)).toThrow('OPTION_INVALID: 3 points (at points)');
    expect(() => decimate([1, 2], { a: [1] }, 10)).toThrow('INPUT_INVALID: 1 values, and x has 2 (at a)');
  });
});

describe('the bucket store', () => {
  test('keeps so many columns and counts the others', () => {
    const store = bucketStore(4, 2);
    for (let k = 0; k < 9; k++) store.add(k, { a: 1, b: true, c: 3, d: 'text', e: null });
    expect([store.columns, store.left, store.rows]).toEqual([['a', 'b'], 1, 9]);
  });

  test('answers for a range of x', () => {
    const store = bucketStore(1024);
    for (let k = 0; k < 1000; k++) store.add(k, { a: k });
    expect(store.points(['a'], 50, 10, 20)).toEqual({
      x: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
      y: { a: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] },
    });
    expect(store.count(10, 20)).toBe(11);
  });
});
