import { uniform } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from '../../src/normalizers/quantiles.js';
import { SortedList } from '../../src/normalizers/sorted-list.js';
import { Window } from '../../src/normalizers/window.js';

const sortedCopy = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

test('a window of thousands holds what a sorted copy holds, whatever comes: drift, ties, noise', () => {
  const shapes = [
    (k: number) => uniform(1, 0, k),
    (k: number) => k,
    (k: number) => -k,
    (k: number) => Math.floor(8 * uniform(2, 0, k)),
    (k: number) => (k % 4000 < 2000 ? k % 7 : 1e6 + uniform(3, 0, k)),
    () => 3,
  ];
  for (const [s, shape] of shapes.entries()) {
    const window = new Window(3000, { sorted: true, moments: true });
    const all: number[] = [];
    for (let k = 0; k < 9000; k++) {
      all.push(shape(k));
      window.push(all[k]!);
      if (k % 997 !== 0 && k !== 8999) continue;
      const last = sortedCopy(all.slice(-3000));
      const list = window.sorted!;
      expect(list.size).toBe(last.length);
      expect(
        Array.from({ length: list.size }, (_, i) => list.at(i)),
        `shape ${s} at ${k}`,
      ).toEqual(last);
      for (const value of [all[k]!, last[0]!, last.at(-1)!, last[last.length >> 1]! + 0.5, -Infinity, Infinity]) {
        expect(list.below(value)).toBe(last.filter((x) => x < value).length);
        expect(list.upTo(value)).toBe(last.filter((x) => x <= value).length);
      }
      const middle = quantile((i) => last[i]!, last.length, 0.5);
      const off = sortedCopy(last.map((x) => Math.abs(x - middle)));
      expect(window.median()).toBeCloseTo(middle, 9);
      expect(window.medianDeviation()).toBeCloseTo(
        quantile((i) => off[i]!, off.length, 0.5),
        9,
      );
      const mean = last.reduce((sum, x) => sum + x, 0) / last.length;
      const square = last.reduce((sum, x) => sum + (x - mean) ** 2, 0) / last.length;
      expect(Math.abs(window.moments!.mean - mean)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(mean)));
      expect(Math.abs(window.moments!.deviation - Math.sqrt(square))).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.sqrt(square)),
      );
    }
  }
});

test('entries come and go in any order, those of another value are left alone', () => {
  const command = fc.record({ value: fc.integer({ min: 0, max: 30 }), remove: fc.boolean() });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 200 }), (commands) => {
      const list = new SortedList();
      let kept: number[] = [];
      for (const { value, remove } of commands) {
        if (remove) {
          list.remove(value);
          const at = kept.indexOf(value);
          if (at >= 0) kept = kept.filter((_, k) => k !== at);
        } else {
          list.insert(value);
          kept.push(value);
          expect(list.lower).toBe(kept.filter((x) => x < value).length);
          expect(list.upper).toBe(kept.filter((x) => x <= value).length);
        }
        expect(list.size).toBe(kept.length);
      }
      expect(Array.from({ length: list.size }, (_, k) => list.at(k))).toEqual(sortedCopy(kept));
      expect(list.at(list.size)).toBeNaN();
    }),
    { seed: 4 },
  );
});

test('a list that loses nearly everything and fills again stays whole', () => {
  const list = new SortedList();
  const values = Array.from({ length: 20_000 }, (_, k) => uniform(5, 0, k));
  for (let round = 0; round < 3; round++) {
    values.forEach((value) => list.insert(value));
    sortedCopy(values).forEach((value, k) => (k % 500 === 0 ? null : list.remove(value)));
    const left = sortedCopy(values).filter((_, k) => k % 500 === 0);
    expect(Array.from({ length: list.size }, (_, k) => list.at(k))).toEqual(left);
    left.forEach((value) => list.remove(value));
    expect(list.size).toBe(0);
  }
});
